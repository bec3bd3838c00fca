package hallmonitor.local;

import java.util.Locale;

/** Everything that listens in a local run, always on 127.0.0.1. */
public enum PortName {
  CONSOLE(8080, "the console"),
  INGEST(8081, "health and metrics of the ingest service"),
  NOTIFIER(8082, "the notifier service"),
  PUSH(8083, "what platforms deliver"),
  CONSOLE_METRICS(8084, "health and metrics of the console"),
  NOTIFIER_METRICS(8085, "health and metrics of the notifier service"),
  PRACTICE(8090, "the practice page"),
  MAILBOX(8091, "the mailbox page"),
  SMTP(3025, "the mail server"),
  DATABASE(15432, "PostgreSQL"),
  KAFKA(19092, "Kafka"),
  KAFKA_CONTROLLER(19093, "Kafka's controller");

  private final int standard;
  private final String what;

  PortName(int standard, String what) {
    this.standard = standard;
    this.what = what;
  }

  public int standard() {
    return standard;
  }

  /** Returns the name within a sentence. */
  public String what() {
    return what;
  }

  /** Returns the option that changes it, without its value. */
  public String option() {
    return "--port." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
