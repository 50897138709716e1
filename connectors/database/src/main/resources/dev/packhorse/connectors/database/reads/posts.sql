-- Every row of Posts. Until 5.x a reply could have ParentId and no RootId.
SELECT {text:Id}, {number:CreateAt}, {number:UpdateAt}, {number:DeleteAt}, {number:EditAt},
       {number:IsPinned}, {number:HasReactions},
       {text:UserId}, {text:ChannelId}, {text:RootId}, {text:ParentId}, {text:OriginalId},
       {text:Type}, {text:Message}, {text:Props}, {text:Filenames}, {text:FileIds}, {text:RemoteId}
FROM {table:Posts}
