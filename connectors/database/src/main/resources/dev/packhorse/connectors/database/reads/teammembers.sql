-- Who left keeps a row with DeleteAt.
SELECT {text:UserId}, {text:TeamId}, {text:Roles}, {number:SchemeUser}, {number:SchemeAdmin},
       {number:SchemeGuest}, {number:DeleteAt}
FROM {table:TeamMembers}
