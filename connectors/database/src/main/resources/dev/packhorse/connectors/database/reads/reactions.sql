-- A removed reaction stays with DeleteAt.
SELECT {text:PostId}, {text:UserId}, {text:EmojiName}, {number:CreateAt}, {number:DeleteAt}
FROM {table:Reactions}
