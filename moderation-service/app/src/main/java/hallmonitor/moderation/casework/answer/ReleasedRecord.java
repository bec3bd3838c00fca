package hallmonitor.moderation.casework.answer;

import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.redaction.ReleasedText;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item as the requester gets it. A withheld one has its number, kind, page, day and grounds. One
 * with redactions has neither its id nor its address at the platform, where anyone could read what
 * is redacted.
 *
 * @param attachments addresses, or marks
 * @param files of pictures in the package, by their names; empty until they are drawn
 * @param recordId the platform's id; empty if it is left out
 * @param permalink empty if it is left out
 * @param grounds for which it is withheld or redacted, each once
 */
public record ReleasedRecord(
    long number,
    String kind,
    Outcome outcome,
    String page,
    Instant seenAt,
    Optional<Instant> writtenAt,
    String author,
    String title,
    String text,
    List<String> attachments,
    List<String> files,
    String recordId,
    String permalink,
    List<LegalGround> grounds) {
  public ReleasedRecord {
    attachments = List.copyOf(attachments);
    files = List.copyOf(files);
    grounds = List.copyOf(grounds);
  }

  /**
   * Returns what is released of a record.
   *
   * @param redactions that persons confirmed
   * @param withheld the ground of a record that is withheld
   * @param language of the marks, {@code en} or {@code es}
   * @throws IllegalStateException if it is not decided, or if decision and redactions contradict
   *     each other: nothing may go out then
   */
  public static ReleasedRecord of(
      FoundRecord found,
      List<Redaction> redactions,
      Optional<LegalGround> withheld,
      String language) {
    boolean whole = found.outcome() == Outcome.RELEASE;
    boolean possible =
        switch (found.outcome()) {
          case RELEASE -> redactions.isEmpty() && withheld.isEmpty();
          case REDACT -> !redactions.isEmpty() && withheld.isEmpty();
          case WITHHOLD -> withheld.isPresent();
          case LATER -> false;
        };
    if (!possible) {
      throw new IllegalStateException("item " + found.number() + " is not decided as a whole");
    }
    if (found.outcome() == Outcome.WITHHOLD) {
      return new ReleasedRecord(
          found.number(),
          found.kind(),
          found.outcome(),
          found.page(),
          found.seenAt(),
          Optional.empty(),
          "",
          "",
          "",
          List.of(),
          List.of(),
          "",
          "",
          withheld.stream().toList());
    }
    return new ReleasedRecord(
        found.number(),
        found.kind(),
        found.outcome(),
        found.page(),
        found.seenAt(),
        found.writtenAt(),
        ReleasedText.ofAuthor(found.author(), redactions).in(language),
        ReleasedText.ofTitle(found.title(), redactions).in(language),
        ReleasedText.of(found.text(), redactions).in(language),
        found.attachments().stream()
            .filter(
                address ->
                    whole || !FoundRecord.leadsTo(address, found.recordId(), found.permalink()))
            .map(address -> ReleasedText.ofAttachment(address, redactions).in(language))
            .toList(),
        List.of(),
        whole ? found.recordId() : "",
        whole ? found.permalink() : "",
        redactions.stream().map(Redaction::ground).distinct().toList());
  }

  /** Returns the same with the names of the files of its pictures. */
  public ReleasedRecord with(List<String> drawn) {
    return new ReleasedRecord(
        number,
        kind,
        outcome,
        page,
        seenAt,
        writtenAt,
        author,
        title,
        text,
        attachments,
        drawn,
        recordId,
        permalink,
        grounds);
  }

  /** Returns what nobody outside must read of a record. */
  public static List<HiddenText> hidden(FoundRecord found, List<Redaction> redactions) {
    Stream<HiddenText> texts =
        switch (found.outcome()) {
          case WITHHOLD -> withheld(found);
          case REDACT -> redactions.stream().map(redaction -> hidden(found, redaction));
          case RELEASE, LATER -> Stream.empty();
        };
    return texts.filter(hidden -> !hidden.text().isBlank()).toList();
  }

  /** The title of a post is its own; that of a comment is the post's, which may be released. */
  private static Stream<HiddenText> withheld(FoundRecord found) {
    Stream<String> own =
        found.kind().equals("post")
            ? Stream.of(found.title(), found.text())
            : Stream.of(found.text());
    return Stream.concat(
        own.map(text -> new HiddenText(found.number(), text)),
        found.attachments().stream().map(address -> new HiddenText(found.number(), address, true)));
  }

  private static HiddenText hidden(FoundRecord found, Redaction redaction) {
    long item = found.number();
    RedactedPart part = redaction.part();
    return switch (part) {
      case TEXT -> new HiddenText(item, redaction.span().of(found.text()));
      case AUTHOR -> new HiddenText(item, found.author());
      case TITLE -> new HiddenText(item, found.title());
      case ATTACHMENT, AREA -> new HiddenText(item, redaction.address(), true);
    };
  }

  public boolean isWithheld() {
    return outcome == Outcome.WITHHOLD;
  }

  public boolean isWhole() {
    return outcome == Outcome.RELEASE;
  }
}
