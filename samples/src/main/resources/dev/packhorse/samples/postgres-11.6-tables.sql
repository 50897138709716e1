-- Tables of a Mattermost server 11.6 on PostgreSQL; indexes are in a file of their own.
CREATE TYPE channel_type AS ENUM ('P', 'G', 'O', 'D');
CREATE TYPE team_type AS ENUM ('I', 'O');
CREATE TYPE upload_session_type AS ENUM ('attachment', 'import');
CREATE TYPE channel_bookmark_type AS ENUM ('link', 'file');
CREATE TYPE property_field_type AS ENUM ('text', 'select', 'multiselect', 'date', 'user', 'multiuser');
CREATE TYPE outgoingoauthconnections_granttype AS ENUM ('client_credentials', 'password');
CREATE TABLE db_migrations (version bigint NOT NULL PRIMARY KEY, name varchar NOT NULL);
CREATE TABLE accesscontrolpolicies (
  active boolean NOT NULL,
  createat bigint NOT NULL,
  data jsonb,
  id varchar(26) NOT NULL,
  name varchar(128) NOT NULL,
  props jsonb,
  revision integer NOT NULL,
  type varchar(128) NOT NULL,
  version varchar(8) NOT NULL);
CREATE TABLE accesscontrolpolicyhistory (
  createat bigint NOT NULL,
  data jsonb,
  id varchar(26) NOT NULL,
  name varchar(128) NOT NULL,
  props jsonb,
  revision integer NOT NULL,
  type varchar(128) NOT NULL,
  version varchar(8) NOT NULL);
CREATE TABLE audits (
  action varchar(512),
  createat bigint,
  extrainfo varchar(1024),
  id varchar(26) NOT NULL,
  ipaddress varchar(64),
  sessionid varchar(26),
  userid varchar(26));
CREATE TABLE bots (
  createat bigint,
  deleteat bigint,
  description varchar(1024),
  lasticonupdate bigint,
  ownerid varchar(190),
  updateat bigint,
  userid varchar(26) NOT NULL);
CREATE TABLE channelbookmarks (
  channelid varchar(26) NOT NULL,
  createat bigint DEFAULT 0,
  deleteat bigint DEFAULT 0,
  displayname text DEFAULT '',
  emoji varchar(64),
  fileinfoid varchar(26),
  id varchar(26) NOT NULL,
  imageurl text,
  linkurl text,
  originalid varchar(26),
  ownerid varchar(26) NOT NULL,
  parentid varchar(26),
  sortorder integer DEFAULT 0,
  type channel_bookmark_type DEFAULT 'link',
  updateat bigint DEFAULT 0);
CREATE TABLE channelmemberhistory (
  channelid varchar(26) NOT NULL,
  jointime bigint NOT NULL,
  leavetime bigint,
  userid varchar(26) NOT NULL);
CREATE TABLE channelmembers (
  channelid varchar(26) NOT NULL,
  lastupdateat bigint,
  lastviewedat bigint,
  mentioncount bigint,
  msgcount bigint,
  notifyprops jsonb,
  roles varchar(256),
  schemeadmin boolean,
  schemeguest boolean,
  schemeuser boolean,
  userid varchar(26) NOT NULL,
  mentioncountroot bigint,
  msgcountroot bigint,
  urgentmentioncount bigint,
  autotranslation boolean NOT NULL DEFAULT false,
  autotranslationdisabled boolean NOT NULL DEFAULT false);
CREATE TABLE channels (
  createat bigint,
  creatorid varchar(26),
  deleteat bigint,
  displayname varchar(64),
  extraupdateat bigint,
  groupconstrained boolean,
  header varchar(1024),
  id varchar(26) NOT NULL,
  lastpostat bigint,
  name varchar(64),
  purpose varchar(250),
  schemeid varchar(26),
  shared boolean,
  teamid varchar(26),
  totalmsgcount bigint,
  type channel_type,
  updateat bigint,
  totalmsgcountroot bigint,
  lastrootpostat bigint DEFAULT '0',
  bannerinfo jsonb,
  defaultcategoryname varchar(64) NOT NULL DEFAULT '',
  autotranslation boolean NOT NULL DEFAULT false);
CREATE TABLE clusterdiscovery (
  clustername varchar(64),
  createat bigint,
  gossipport integer,
  hostname varchar(512),
  id varchar(26) NOT NULL,
  lastpingat bigint,
  port integer,
  type varchar(64));
CREATE TABLE commands (
  autocomplete boolean,
  autocompletedesc varchar(1024),
  autocompletehint varchar(1024),
  createat bigint,
  creatorid varchar(26),
  deleteat bigint,
  description varchar(128),
  displayname varchar(64),
  iconurl varchar(1024),
  id varchar(26) NOT NULL,
  method varchar(1),
  pluginid varchar(190),
  teamid varchar(26),
  token varchar(26),
  trigger varchar(128),
  updateat bigint,
  url varchar(1024),
  username varchar(64));
CREATE TABLE commandwebhooks (
  channelid varchar(26),
  commandid varchar(26),
  createat bigint,
  id varchar(26) NOT NULL,
  rootid varchar(26),
  usecount integer,
  userid varchar(26));
CREATE TABLE compliances (
  count integer,
  createat bigint,
  "desc" varchar(512),
  emails varchar(1024),
  endat bigint,
  id varchar(26) NOT NULL,
  keywords varchar(512),
  startat bigint,
  status varchar(64),
  type varchar(64),
  userid varchar(26));
CREATE TABLE contentflaggingcommonreviewers (
  userid varchar(26) NOT NULL);
CREATE TABLE contentflaggingteamreviewers (
  teamid varchar(26) NOT NULL,
  userid varchar(26) NOT NULL);
CREATE TABLE contentflaggingteamsettings (
  enabled boolean,
  teamid varchar(26) NOT NULL);
CREATE TABLE desktoptokens (
  createat bigint NOT NULL,
  token varchar(64) NOT NULL,
  userid varchar(26) NOT NULL);
CREATE TABLE drafts (
  channelid varchar(26) NOT NULL,
  createat bigint,
  deleteat bigint,
  fileids varchar(300),
  message varchar(65535),
  props varchar(8000),
  rootid varchar(26) NOT NULL DEFAULT '',
  updateat bigint,
  userid varchar(26) NOT NULL,
  priority text,
  type text);
CREATE TABLE emoji (
  createat bigint,
  creatorid varchar(26),
  deleteat bigint,
  id varchar(26) NOT NULL,
  name varchar(64),
  updateat bigint);
CREATE TABLE fileinfo (
  content text,
  createat bigint,
  creatorid varchar(26),
  deleteat bigint,
  extension varchar(64),
  haspreviewimage boolean,
  height integer,
  id varchar(26) NOT NULL,
  mimetype varchar(256),
  minipreview bytea,
  name varchar(256),
  path varchar(512),
  postid varchar(26),
  previewpath varchar(512),
  remoteid varchar(26),
  size bigint,
  thumbnailpath varchar(512),
  updateat bigint,
  width integer,
  archived boolean NOT NULL DEFAULT false,
  channelid varchar(26));
CREATE TABLE groupchannels (
  autoadd boolean,
  channelid varchar(26) NOT NULL,
  createat bigint,
  deleteat bigint,
  groupid varchar(26) NOT NULL,
  schemeadmin boolean,
  updateat bigint);
CREATE TABLE groupmembers (
  createat bigint,
  deleteat bigint,
  groupid varchar(26) NOT NULL,
  userid varchar(26) NOT NULL);
CREATE TABLE groupteams (
  autoadd boolean,
  createat bigint,
  deleteat bigint,
  groupid varchar(26) NOT NULL,
  schemeadmin boolean,
  teamid varchar(26) NOT NULL,
  updateat bigint);
CREATE TABLE incomingwebhooks (
  channelid varchar(26),
  channellocked boolean,
  createat bigint,
  deleteat bigint,
  description varchar(500),
  displayname varchar(64),
  iconurl varchar(1024),
  id varchar(26) NOT NULL,
  teamid varchar(26),
  updateat bigint,
  userid varchar(26),
  username varchar(255));
CREATE TABLE jobs (
  createat bigint,
  data jsonb,
  id varchar(26) NOT NULL,
  lastactivityat bigint,
  priority bigint,
  progress bigint,
  startat bigint,
  status varchar(32),
  type varchar(32));
CREATE TABLE licenses (
  bytes varchar(10000),
  createat bigint,
  id varchar(26) NOT NULL);
CREATE TABLE linkmetadata (
  data jsonb,
  hash bigint NOT NULL,
  timestamp bigint,
  type varchar(16),
  url varchar(2048));
CREATE TABLE notifyadmin (
  createat bigint,
  requiredfeature varchar(255) NOT NULL,
  requiredplan varchar(100) NOT NULL,
  trial boolean NOT NULL,
  userid varchar(26) NOT NULL,
  sentat bigint);
CREATE TABLE oauthaccessdata (
  clientid varchar(26),
  expiresat bigint,
  redirecturi varchar(256),
  refreshtoken varchar(26),
  scope varchar(128),
  token varchar(26) NOT NULL,
  userid varchar(26),
  audience varchar(512) DEFAULT '');
CREATE TABLE oauthapps (
  callbackurls varchar(1024),
  clientsecret varchar(128),
  createat bigint,
  creatorid varchar(26),
  description varchar(512),
  homepage varchar(256),
  iconurl varchar(512),
  id varchar(26) NOT NULL,
  istrusted boolean,
  name varchar(64),
  updateat bigint,
  mattermostappid varchar(32) NOT NULL DEFAULT '',
  isdynamicallyregistered boolean DEFAULT false);
CREATE TABLE oauthauthdata (
  clientid varchar(26),
  code varchar(128) NOT NULL,
  createat bigint,
  expiresin integer,
  redirecturi varchar(256),
  scope varchar(128),
  state varchar(1024),
  userid varchar(26),
  codechallenge varchar(128) DEFAULT '',
  codechallengemethod varchar(10) DEFAULT '',
  resource varchar(512) DEFAULT '');
CREATE TABLE outgoingoauthconnections (
  audiences varchar(1024),
  clientid varchar(255),
  clientsecret varchar(255),
  createat bigint,
  creatorid varchar(26),
  credentialspassword varchar(255),
  credentialsusername varchar(255),
  granttype outgoingoauthconnections_granttype DEFAULT 'client_credentials',
  id varchar(26) NOT NULL,
  name varchar(64),
  oauthtokenurl text,
  updateat bigint);
CREATE TABLE outgoingwebhooks (
  callbackurls varchar(1024),
  channelid varchar(26),
  contenttype varchar(128),
  createat bigint,
  creatorid varchar(26),
  deleteat bigint,
  description varchar(500),
  displayname varchar(64),
  iconurl varchar(1024),
  id varchar(26) NOT NULL,
  teamid varchar(26),
  token varchar(26),
  triggerwhen integer,
  triggerwords varchar(1024),
  updateat bigint,
  username varchar(64));
CREATE TABLE persistentnotifications (
  createat bigint,
  deleteat bigint,
  lastsentat bigint,
  postid varchar(26) NOT NULL,
  sentcount smallint);
CREATE TABLE pluginkeyvaluestore (
  expireat bigint,
  pkey varchar(150) NOT NULL,
  pluginid varchar(190) NOT NULL,
  pvalue bytea);
CREATE TABLE postacknowledgements (
  acknowledgedat bigint,
  postid varchar(26) NOT NULL,
  userid varchar(26) NOT NULL,
  channelid varchar(26) DEFAULT '',
  remoteid varchar(26) DEFAULT '');
CREATE TABLE postreminders (
  postid varchar(26) NOT NULL,
  targettime bigint,
  userid varchar(26) NOT NULL);
CREATE TABLE posts (
  channelid varchar(26),
  createat bigint,
  deleteat bigint,
  editat bigint,
  fileids varchar(300),
  filenames varchar(4000),
  hashtags varchar(1000),
  hasreactions boolean,
  id varchar(26) NOT NULL,
  ispinned boolean,
  message varchar(65535),
  originalid varchar(26),
  props jsonb,
  remoteid varchar(26),
  rootid varchar(26),
  type varchar(26),
  updateat bigint,
  userid varchar(26));
CREATE TABLE postspriority (
  channelid varchar(26) NOT NULL,
  persistentnotifications boolean,
  postid varchar(26) NOT NULL,
  priority varchar(32) NOT NULL,
  requestedack boolean);
CREATE TABLE preferences (
  category varchar(32) NOT NULL,
  name varchar(32) NOT NULL,
  userid varchar(26) NOT NULL,
  value text);
CREATE TABLE productnoticeviewstate (
  noticeid varchar(26) NOT NULL,
  timestamp bigint,
  userid varchar(26) NOT NULL,
  viewed integer);
CREATE TABLE propertyfields (
  attrs jsonb,
  createat bigint NOT NULL,
  deleteat bigint NOT NULL,
  groupid varchar(26) NOT NULL,
  id varchar(26) NOT NULL,
  name varchar(255) NOT NULL,
  targetid varchar(255),
  targettype varchar(255),
  type property_field_type,
  updateat bigint NOT NULL);
CREATE TABLE propertygroups (
  id varchar(26) NOT NULL,
  name varchar(64) NOT NULL);
CREATE TABLE propertyvalues (
  createat bigint NOT NULL,
  deleteat bigint NOT NULL,
  fieldid varchar(26) NOT NULL,
  groupid varchar(26) NOT NULL,
  id varchar(26) NOT NULL,
  targetid varchar(255) NOT NULL,
  targettype varchar(255) NOT NULL,
  updateat bigint NOT NULL,
  value jsonb NOT NULL);
CREATE TABLE publicchannels (
  deleteat bigint,
  displayname varchar(64),
  header varchar(1024),
  id varchar(26) NOT NULL,
  name varchar(64),
  purpose varchar(250),
  teamid varchar(26));
CREATE TABLE reactions (
  createat bigint,
  deleteat bigint,
  emojiname varchar(64) NOT NULL,
  postid varchar(26) NOT NULL,
  remoteid varchar(26),
  updateat bigint,
  userid varchar(26) NOT NULL,
  channelid varchar(26) NOT NULL DEFAULT '');
CREATE TABLE readreceipts (
  expireat bigint NOT NULL,
  postid varchar(26) NOT NULL,
  userid varchar(26) NOT NULL);
CREATE TABLE recapchannels (
  actionitems text,
  channelid varchar(26) NOT NULL,
  channelname varchar(64) NOT NULL,
  createat bigint NOT NULL,
  highlights text,
  id varchar(26) NOT NULL,
  recapid varchar(26) NOT NULL,
  sourcepostids text);
CREATE TABLE recaps (
  botid varchar(26) NOT NULL DEFAULT '',
  createat bigint NOT NULL,
  deleteat bigint NOT NULL,
  id varchar(26) NOT NULL,
  readat bigint NOT NULL DEFAULT 0,
  status varchar(32) NOT NULL,
  title varchar(255) NOT NULL,
  totalmessagecount integer NOT NULL,
  updateat bigint NOT NULL,
  userid varchar(26) NOT NULL);
CREATE TABLE recentsearches (
  createat bigint NOT NULL,
  query jsonb,
  searchpointer integer NOT NULL,
  userid character(26) NOT NULL);
CREATE TABLE remoteclusters (
  createat bigint,
  creatorid varchar(26),
  displayname varchar(64),
  lastpingat bigint,
  name varchar(64) NOT NULL,
  remoteid varchar(26) NOT NULL,
  remoteteamid varchar(26),
  remotetoken varchar(26),
  siteurl varchar(512),
  token varchar(26),
  topics varchar(512),
  pluginid varchar(190) NOT NULL DEFAULT '',
  options smallint NOT NULL DEFAULT 0,
  defaultteamid varchar(26) DEFAULT '',
  deleteat bigint DEFAULT 0,
  lastglobalusersyncat bigint DEFAULT 0);
CREATE TABLE retentionidsfordeletion (
  id varchar(26) NOT NULL,
  ids varchar(26)[],
  tablename varchar(64));
CREATE TABLE retentionpolicies (
  displayname varchar(64),
  id varchar(26) NOT NULL,
  postduration bigint);
CREATE TABLE retentionpolicieschannels (
  channelid varchar(26) NOT NULL,
  policyid varchar(26));
CREATE TABLE retentionpoliciesteams (
  policyid varchar(26),
  teamid varchar(26) NOT NULL);
CREATE TABLE roles (
  builtin boolean,
  createat bigint,
  deleteat bigint,
  description varchar(1024),
  displayname varchar(128),
  id varchar(26) NOT NULL,
  name varchar(64),
  permissions text,
  schememanaged boolean,
  updateat bigint,
  schemeid varchar(26));
CREATE TABLE scheduledposts (
  channelid varchar(26) NOT NULL,
  createat bigint,
  errorcode varchar(200),
  fileids varchar(300),
  id varchar(26) NOT NULL,
  message varchar(65535),
  priority text,
  processedat bigint,
  props varchar(8000),
  rootid varchar(26),
  scheduledat bigint NOT NULL,
  updateat bigint,
  userid varchar(26) NOT NULL,
  type text);
CREATE TABLE schemes (
  createat bigint,
  defaultchanneladminrole varchar(64),
  defaultchannelguestrole varchar(64),
  defaultchanneluserrole varchar(64),
  defaultteamadminrole varchar(64),
  defaultteamguestrole varchar(64),
  defaultteamuserrole varchar(64),
  deleteat bigint,
  description varchar(1024),
  displayname varchar(128),
  id varchar(26) NOT NULL,
  name varchar(64),
  scope varchar(32),
  updateat bigint,
  defaultplaybookadminrole varchar(64) DEFAULT '',
  defaultplaybookmemberrole varchar(64) DEFAULT '',
  defaultrunadminrole varchar(64) DEFAULT '',
  defaultrunmemberrole varchar(64) DEFAULT '');
CREATE TABLE sessions (
  createat bigint,
  deviceid varchar(512),
  expirednotify boolean,
  expiresat bigint,
  id varchar(26) NOT NULL,
  isoauth boolean,
  lastactivityat bigint,
  props jsonb,
  roles varchar(256),
  token varchar(26),
  userid varchar(26));
CREATE TABLE sharedchannelattachments (
  createat bigint,
  fileid varchar(26),
  id varchar(26) NOT NULL,
  lastsyncat bigint,
  remoteid varchar(26));
CREATE TABLE sharedchannelremotes (
  channelid varchar(26) NOT NULL,
  createat bigint,
  creatorid varchar(26),
  id varchar(26) NOT NULL,
  isinviteaccepted boolean,
  isinviteconfirmed boolean,
  lastpostid varchar(26),
  lastpostupdateat bigint,
  remoteid varchar(26),
  updateat bigint,
  lastpostcreateat bigint NOT NULL DEFAULT 0,
  lastpostcreateid varchar(26),
  deleteat bigint DEFAULT 0,
  lastmemberssyncat bigint DEFAULT 0);
CREATE TABLE sharedchannels (
  channelid varchar(26) NOT NULL,
  createat bigint,
  creatorid varchar(26),
  home boolean,
  readonly boolean,
  remoteid varchar(26),
  sharedisplayname varchar(64),
  shareheader varchar(1024),
  sharename varchar(64),
  sharepurpose varchar(250),
  teamid varchar(26),
  updateat bigint);
CREATE TABLE sharedchannelusers (
  channelid varchar(26),
  createat bigint,
  id varchar(26) NOT NULL,
  lastsyncat bigint,
  remoteid varchar(26),
  userid varchar(26),
  lastmembershipsyncat bigint DEFAULT 0);
CREATE TABLE sidebarcategories (
  collapsed boolean,
  displayname varchar(64),
  id varchar(128) NOT NULL,
  muted boolean,
  sorting varchar(64),
  sortorder bigint,
  teamid varchar(26),
  type varchar(64),
  userid varchar(26));
CREATE TABLE sidebarchannels (
  categoryid varchar(128) NOT NULL,
  channelid varchar(26) NOT NULL,
  sortorder bigint,
  userid varchar(26) NOT NULL);
CREATE TABLE status (
  dndendtime bigint,
  lastactivityat bigint,
  manual boolean,
  prevstatus varchar(32),
  status varchar(32),
  userid varchar(26) NOT NULL);
CREATE TABLE systems (
  name varchar(64) NOT NULL,
  value varchar(1024));
CREATE TABLE teammembers (
  deleteat bigint,
  roles varchar(256),
  schemeadmin boolean,
  schemeguest boolean,
  schemeuser boolean,
  teamid varchar(26) NOT NULL,
  userid varchar(26) NOT NULL,
  createat bigint DEFAULT 0);
CREATE TABLE teams (
  alloweddomains varchar(1000),
  allowopeninvite boolean,
  companyname varchar(64),
  createat bigint,
  deleteat bigint,
  description varchar(255),
  displayname varchar(64),
  email varchar(128),
  groupconstrained boolean,
  id varchar(26) NOT NULL,
  inviteid varchar(32),
  lastteamiconupdate bigint,
  name varchar(64),
  schemeid varchar(26),
  type team_type,
  updateat bigint,
  cloudlimitsarchived boolean NOT NULL DEFAULT false);
CREATE TABLE temporaryposts (
  expireat bigint NOT NULL,
  fileids varchar(300),
  message varchar(65535),
  postid varchar(26) NOT NULL,
  type varchar(26) NOT NULL);
CREATE TABLE termsofservice (
  createat bigint,
  id varchar(26) NOT NULL,
  text varchar(65535),
  userid varchar(26));
CREATE TABLE threadmemberships (
  following boolean,
  lastupdated bigint,
  lastviewed bigint,
  postid varchar(26) NOT NULL,
  unreadmentions bigint,
  userid varchar(26) NOT NULL);
CREATE TABLE threads (
  channelid varchar(26),
  lastreplyat bigint,
  participants jsonb,
  postid varchar(26) NOT NULL,
  replycount bigint,
  threaddeleteat bigint,
  threadteamid varchar(26));
CREATE TABLE tokens (
  createat bigint,
  extra varchar(2048),
  token varchar(64) NOT NULL,
  type varchar(64));
CREATE TABLE translations (
  confidence real,
  dstlang varchar NOT NULL,
  meta jsonb,
  normhash character(64) NOT NULL,
  objectid varchar(26) NOT NULL,
  objecttype varchar NOT NULL,
  providerid varchar NOT NULL,
  text text NOT NULL,
  updateat bigint NOT NULL,
  state varchar(20) NOT NULL,
  channelid varchar(26));
CREATE TABLE uploadsessions (
  channelid varchar(26),
  createat bigint,
  filename varchar(256),
  fileoffset bigint,
  filesize bigint,
  id varchar(26) NOT NULL,
  path varchar(512),
  remoteid varchar(26),
  reqfileid varchar(26),
  type upload_session_type,
  userid varchar(26));
CREATE TABLE useraccesstokens (
  description varchar(512),
  id varchar(26) NOT NULL,
  isactive boolean,
  token varchar(26),
  userid varchar(26));
CREATE TABLE usergroups (
  allowreference boolean,
  createat bigint,
  deleteat bigint,
  description varchar(1024),
  displayname varchar(128),
  id varchar(26) NOT NULL,
  name varchar(64),
  remoteid varchar(48),
  source varchar(64),
  updateat bigint);
CREATE TABLE users (
  allowmarketing boolean,
  authdata varchar(128),
  authservice varchar(32),
  createat bigint,
  deleteat bigint,
  email varchar(128),
  emailverified boolean,
  failedattempts integer,
  firstname varchar(64),
  id varchar(26) NOT NULL,
  lastname varchar(64),
  lastpasswordupdate bigint,
  lastpictureupdate bigint,
  locale varchar(5),
  mfaactive boolean,
  mfasecret varchar(128),
  nickname varchar(64),
  notifyprops jsonb,
  password varchar(128),
  position varchar(128),
  props jsonb,
  remoteid varchar(26),
  roles varchar(256),
  timezone jsonb,
  updateat bigint,
  username varchar(64),
  lastlogin bigint NOT NULL DEFAULT 0,
  mfausedtimestamps jsonb);
CREATE TABLE usertermsofservice (
  createat bigint,
  termsofserviceid varchar(26),
  userid varchar(26) NOT NULL);
