package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the public gets of a text, an author's name, a title, or the address of an attachment. What
 * is redacted is replaced by a mark. Its length says nothing about what was there, and redactions
 * with nothing but white space between them are one mark, so that their words cannot be counted.
 */
public record ReleasedText(List<Piece> pieces) {
  /**
   * A piece in its order.
   *
   * @param text that is released; empty for a mark
   * @param grounds of a mark, each once; empty for what is released
   */
  public record Piece(String text, List<LegalGround> grounds) {
    public Piece {
      grounds = List.copyOf(grounds);
    }

    public boolean isMark() {
      return !grounds.isEmpty();
    }

    /**
     * Returns the released text, or the mark, such as {@code [redacted: 5 ILCS 140/7(1)(b)]}.
     *
     * @param language {@code en} or {@code es}
     */
    public String in(String language) {
      return isMark()
          ? (language.equals("es") ? "[tachado: " : "[redacted: ")
              + grounds.stream()
                  .map(LegalGround::source)
                  .distinct()
                  .collect(Collectors.joining("; "))
              + "]"
          : text;
    }
  }

  public ReleasedText {
    pieces = List.copyOf(pieces);
  }

  /**
   * Returns what is released of a text.
   *
   * @param text as archived
   * @param redactions of the item; those of other parts change nothing
   * @throws IllegalStateException if one was made on another text: nothing may be released then
   */
  public static ReleasedText of(String text, List<Redaction> redactions) {
    List<Redaction> words =
        redactions.stream()
            .filter(r -> r.part() == RedactedPart.TEXT)
            .sorted(Comparator.comparingInt(r -> r.span().from()))
            .toList();
    if (words.isEmpty()) {
      return released(text);
    }
    if (!isMadeOn(text, words)) {
      throw new IllegalStateException("a redaction was made on another text");
    }
    WholeCharacters characters = new WholeCharacters(text);
    List<Piece> pieces = new ArrayList<>();
    Set<LegalGround> grounds = new LinkedHashSet<>();
    int done = 0;
    for (Redaction redaction : words) {
      Span span = characters.around(redaction.span());
      if (!grounds.isEmpty() && isSeen(text, done, span.from())) {
        pieces.add(new Piece("", List.copyOf(grounds)));
        grounds.clear();
      }
      if (grounds.isEmpty() && span.from() > done) {
        pieces.add(new Piece(text.substring(done, span.from()), List.of()));
      }
      grounds.add(redaction.ground());
      done = Math.max(done, span.to());
    }
    pieces.add(new Piece("", List.copyOf(grounds)));
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), List.of()));
    }
    return new ReleasedText(pieces);
  }

  /** Returns whether all redactions of words were made on this text. */
  public static boolean isMadeOn(String text, List<Redaction> redactions) {
    String hash = Redaction.hash(text);
    return redactions.stream()
        .allMatch(r -> r.part() != RedactedPart.TEXT || r.textHash().equals(hash));
  }

  /** Returns whether a reader sees anything between two places. */
  private static boolean isSeen(String text, int from, int to) {
    return from < to
        && text.substring(from, to)
            .codePoints()
            .anyMatch(
                c ->
                    !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.CONTROL);
  }

  /** Returns what is released of the author's name. */
  public static ReleasedText ofAuthor(String name, List<Redaction> redactions) {
    return whole(name, redactions.stream().filter(r -> r.part() == RedactedPart.AUTHOR));
  }

  /** Returns what is released of the title of the post. */
  public static ReleasedText ofTitle(String title, List<Redaction> redactions) {
    return whole(title, redactions.stream().filter(r -> r.part() == RedactedPart.TITLE));
  }

  /**
   * Returns the address of an attachment, or a mark in its place, also if only a part of the
   * picture is covered.
   */
  public static ReleasedText ofAttachment(String address, List<Redaction> redactions) {
    return whole(address, redactions.stream().filter(r -> r.hides(address)));
  }

  private static ReleasedText whole(String value, Stream<Redaction> redactions) {
    List<LegalGround> grounds = redactions.map(Redaction::ground).distinct().toList();
    return grounds.isEmpty() ? released(value) : new ReleasedText(List.of(new Piece("", grounds)));
  }

  private static ReleasedText released(String value) {
    return new ReleasedText(value.isEmpty() ? List.of() : List.of(new Piece(value, List.of())));
  }

  /**
   * Returns all of it as one text.
   *
   * @param language of the marks, {@code en} or {@code es}
   */
  public String in(String language) {
    return pieces.stream().map(piece -> piece.in(language)).collect(Collectors.joining());
  }
}
