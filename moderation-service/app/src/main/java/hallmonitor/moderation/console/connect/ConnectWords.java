package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** Codes of connections in words. */
@TemplateExtension(namespace = "connect")
public final class ConnectWords {
  private ConnectWords() {}

  /** Returns why a mail was not sent, and what to do. */
  public static Sentence mailTrouble(String code) {
    return EnumCodes.read(MailOutcome.class, code).words();
  }
}
