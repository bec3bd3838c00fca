package hallmonitor.notifier.notice;

import java.util.List;

/**
 * The texts of one mail, in the recipient's language; the templates only lay them out.
 *
 * @param language of the words, {@code en} or {@code es}
 * @param subject one line, safe in a header
 * @param urgency how urgent it is, in words
 * @param why the reason for a repeated notice; may be empty
 * @param alarming whether it is laid out as urgent
 * @param title what it is about
 * @param duty what law or safety requires first; empty if nothing
 * @param entries what happened, usually one
 * @param footer why this person is notified
 */
public record ComposedNotice(
    String language,
    String subject,
    String urgency,
    String why,
    boolean alarming,
    String title,
    List<String> duty,
    List<Entry> entries,
    String footer) {

  /**
   * One case.
   *
   * @param title empty if the mail's title says it already
   * @param facts where and when
   * @param done what has been done already
   * @param todo what to do now
   * @param quote empty unless the district chose to include the comment's words in mails
   * @param link to the case
   * @param linkText the words on the link
   */
  public record Entry(
      String title,
      List<Fact> facts,
      String done,
      String todo,
      String quote,
      String link,
      String linkText) {
    public Entry {
      facts = List.copyOf(facts);
    }
  }

  public record Fact(String label, String value) {}

  public ComposedNotice {
    duty = List.copyOf(duty);
    entries = List.copyOf(entries);
  }
}
