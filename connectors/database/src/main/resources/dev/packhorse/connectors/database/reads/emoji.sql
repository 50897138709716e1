SELECT {text:Id}, {text:Name}, {number:DeleteAt}
FROM {table:Emoji}
