package hallmonitor.notifier.gateway;

import java.util.Objects;

/**
 * One message as a provider gets it. Contains no name of a student and no quote.
 *
 * @param act what the provider is told
 * @param conversation the same for all messages of one escalation
 * @param to the person's number; empty where several people read
 * @param building its name
 * @param category such as {@code self-harm}
 * @param heading urgency, kind of danger and place, in a few words
 * @param text the heading and what to do, with the link
 * @param spoken the same for a voice, without the link
 * @param link where people sign in
 * @param linkText the words on the link
 */
public record GatewayMessage(
    Act act,
    String conversation,
    String to,
    String language,
    String building,
    String category,
    String heading,
    String text,
    String spoken,
    String link,
    String linkText) {
  /** What a provider is told of an escalation. */
  public enum Act {
    /** Someone must act. */
    TELL,
    /** Someone has it. */
    TAKE,
    /** It is over. */
    END
  }

  public GatewayMessage {
    Objects.requireNonNull(act, "act");
  }
}
