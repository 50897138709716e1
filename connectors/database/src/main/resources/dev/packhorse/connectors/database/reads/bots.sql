-- What accounts of bots have besides.
SELECT {text:UserId}, {text:Description}, {text:OwnerId}
FROM {table:Bots}
