-- All channels of all types; direct and group channels have an empty TeamId.
SELECT {text:Id}, {text:TeamId}, {text:Type}, {text:Name}, {text:DisplayName}, {text:Header},
       {text:Purpose}, {text:SchemeId}, {number:DeleteAt}
FROM {table:Channels}
