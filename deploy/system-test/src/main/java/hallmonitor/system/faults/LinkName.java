package hallmonitor.system.faults;

/** What the services reach over the network. */
enum LinkName {
  BROKER,
  DATABASE,
  PLATFORM,
  MAIL_SERVER
}
