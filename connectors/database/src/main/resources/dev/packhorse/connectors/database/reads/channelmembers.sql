SELECT {text:UserId}, {text:ChannelId}, {text:Roles}, {number:SchemeUser}, {number:SchemeAdmin},
       {number:SchemeGuest}, {number:LastViewedAt}, {number:MsgCount}, {number:MsgCountRoot},
       {number:MentionCount}, {number:MentionCountRoot}, {number:UrgentMentionCount},
       {text:NotifyProps}
FROM {table:ChannelMembers}
