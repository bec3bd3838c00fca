package hallmonitor.moderation.console.trouble;

import hallmonitor.moderation.wording.Sentence;

/** What a trouble is called, and what to do about it. The notifier's mails say the same. */
final class ServiceTroubleWords {
  private ServiceTroubleWords() {}

  /**
   * Returns what is wrong.
   *
   * @param subject as in {@link hallmonitor.contract.event.ServiceBeat.Trouble}
   */
  static Sentence title(String subject) {
    String about = about(subject);
    return switch (kind(subject)) {
      case "silent" ->
          switch (about) {
            case "ingest" -> Sentence.of("Accounts are not read: that service has stopped");
            case "moderation" -> Sentence.of("Comments are not judged: that service has stopped");
            default -> Sentence.of("Nobody is notified: that service has stopped");
          };
      case "fault" ->
          switch (about) {
            case "ingest" -> Sentence.of("The service that reads accounts does not work");
            case "moderation" -> Sentence.of("The service that judges comments does not work");
            default -> Sentence.of("The service that notifies people does not work");
          };
      case "late" -> late(about);
      case "broker" -> Sentence.of("Kafka does not answer");
      case "database" -> Sentence.of("The database does not answer");
      case "mail" -> Sentence.of("No mail gets through");
      case "clock" -> Sentence.of("The clock of a server jumped");
      case "certificate" -> Sentence.of("A certificate for Kafka ends soon");
      case "search" -> Sentence.of("The search misses comments or posts");
      case "evidence" -> Sentence.of("The evidence is not as it was signed");
      case "heartbeat" -> Sentence.of("The outside watch cannot be reached");
      case "drill" -> Sentence.of("The drill was not answered");
      case "backup" -> Sentence.of("The backup does not work");
      case "untold" -> Sentence.of("Something is wrong, and the notifier reaches nobody");
      case "gateway" -> Sentence.of("Messages by {1} do not get through", about);
      case "roster" -> Sentence.of("Nobody on call can be reached: {1}", about);
      default -> Sentence.of("Something is wrong: {1}", subject);
    };
  }

  private static Sentence late(String about) {
    return switch (about) {
      case "reading" -> Sentence.of("No account was read for a long time");
      case "first-look" -> Sentence.of("Many comments wait for their first look");
      case "second-look" -> Sentence.of("Comments wait too long for their second look");
      case "outbox" -> Sentence.of("Orders and escalations do not leave the moderation service");
      case "seal" -> Sentence.of("Evidence waits too long to be sealed");
      case "notice" -> Sentence.of("Notices wait too long to be sent");
      case "failed-message" -> Sentence.of("Messages between the services failed");
      case "account" -> Sentence.of("An account is signed out or unreachable");
      default -> Sentence.of("Something waits too long: {1}", about);
    };
  }

  /** Returns what to do about it. */
  static Sentence task(String subject) {
    return switch (kind(subject)) {
      case "silent", "fault" ->
          about(subject).equals("notifier")
              ? Sentence.of(
                  "Restart that service and read its log. Until then, call the people in the open"
                      + " escalations yourself.")
              : Sentence.of(
                  "Restart that service and read its log. Until then, read your accounts on the"
                      + " platforms.");
      case "late" -> lateTask(about(subject));
      case "broker" ->
          Sentence.of(
              "Check that Kafka runs and that its disk is not full. Until then, read your accounts"
                  + " on the platforms.");
      case "database" -> Sentence.of("Check that PostgreSQL runs and that its disk is not full.");
      case "mail" ->
          Sentence.of(
              "Check the mail server and its password. Call the people in the open escalations.");
      case "clock" ->
          Sentence.of(
              "Check that the server gets its time from the network, and whether it was asleep.");
      case "certificate" ->
          Sentence.of(
              "Renew the certificates before that day. After it, the services no longer reach"
                  + " Kafka.");
      case "search" ->
          Sentence.of(
              "It catches up automatically. If it does not, read the log of the moderation service."
                  + " Nothing else is affected.");
      case "evidence" ->
          Sentence.of(
              "Keep the signed checkpoints as they are, and run deploy/evidence verify. Until the"
                  + " evidence is right, nothing more is signed.");
      case "heartbeat" ->
          Sentence.of(
              "Check the address in the secret, and whether this server reaches the internet.");
      case "drill" ->
          Sentence.of(
              "Ask the people who did not answer, and correct their address or number in"
                  + " district.yaml.");
      case "backup" ->
          Sentence.of(
              "Check the backup folder and its disk. Until it works, losing this server loses what"
                  + " came since the last backup.");
      case "gateway" -> Sentence.of("Check the gateway at its provider. Mails are sent as always.");
      case "roster" ->
          Sentence.of("Put someone on call who is here and has agreed to get messages.");
      default -> Sentence.of("Check the mail server and read the log of the notifier.");
    };
  }

  private static Sentence lateTask(String about) {
    return switch (about) {
      case "reading", "account" -> Sentence.of("Open the accounts and check why.");
      case "first-look", "second-look" ->
          Sentence.of(
              "It catches up automatically. If it does not, give the moderation service more"
                  + " processors.");
      case "outbox" ->
          Sentence.of(
              "Hides and notices may wait. Read the log of the moderation service and restart it."
                  + " Until then, read your accounts on the platforms.");
      case "notice" ->
          Sentence.of("Call the people in the open escalations. Then check the mail server.");
      case "failed-message" ->
          Sentence.of("Open the failed messages. Fix the cause, then retry or discard them.");
      default -> Sentence.of("Read the log of the notifier.");
    };
  }

  private static String kind(String subject) {
    return subject.split("/", 2)[0];
  }

  private static String about(String subject) {
    String[] parts = subject.split("/", 3);
    return parts.length > 1 ? parts[1] : "";
  }
}
