-- All accounts: people, guests, bots, accounts of other servers.
SELECT {text:Id}, {text:Username}, {text:Email}, {text:AuthService}, {text:AuthData},
       {text:Nickname}, {text:FirstName}, {text:LastName}, {text:Position}, {text:Roles},
       {text:Locale}, {number:DeleteAt}, {text:Props}, {text:NotifyProps}, {number:LastPictureUpdate}
FROM {table:Users}
