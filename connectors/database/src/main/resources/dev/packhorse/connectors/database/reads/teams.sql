-- All teams, archived ones too: their channels and posts must be accounted for.
SELECT {text:Id}, {text:Name}, {text:DisplayName}, {text:Type}, {text:Description},
       {number:AllowOpenInvite}, {text:SchemeId}, {number:DeleteAt}
FROM {table:Teams}
