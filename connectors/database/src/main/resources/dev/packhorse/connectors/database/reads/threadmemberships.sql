SELECT {text:PostId}, {text:UserId}, {number:Following}, {number:LastViewed}, {number:UnreadMentions}
FROM {table:ThreadMemberships}
