SELECT {text:UserId}, {text:Category}, {text:Name}, {text:Value}
FROM {table:Preferences}
