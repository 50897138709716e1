-- Not the extracted text, which may be a megabyte for each file.
SELECT {text:Id}, {text:PostId}, {text:CreatorId}, {number:CreateAt}, {number:DeleteAt}, {text:Path}, {number:Size}
FROM {table:FileInfo}
