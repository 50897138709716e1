SELECT {text:Name}, {text:DisplayName}, {text:Description}, {text:Permissions},
       {number:SchemeManaged}, {number:DeleteAt}
FROM {table:Roles}
