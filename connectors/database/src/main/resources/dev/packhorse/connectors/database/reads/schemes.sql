SELECT {text:Id}, {text:Name}, {text:DisplayName}, {text:Description}, {text:Scope}, {number:DeleteAt},
       {text:DefaultTeamAdminRole}, {text:DefaultTeamUserRole}, {text:DefaultTeamGuestRole},
       {text:DefaultChannelAdminRole}, {text:DefaultChannelUserRole},
       {text:DefaultChannelGuestRole}
FROM {table:Schemes}
