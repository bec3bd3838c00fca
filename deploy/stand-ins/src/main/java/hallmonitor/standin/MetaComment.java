package hallmonitor.standin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A comment on a Meta platform.
 *
 * @param parent the comment that it answers; empty for none
 * @param author empty for a person that the platform does not name
 * @param picture its address; empty for none
 * @param second since 1970: when it was written
 */
record MetaComment(
    String id,
    String parent,
    String author,
    String name,
    String text,
    String picture,
    boolean hidden,
    long second) {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

  String time() {
    return FORM.format(Instant.ofEpochSecond(second));
  }

  MetaComment saying(String other) {
    return new MetaComment(id, parent, author, name, other, picture, hidden, second);
  }

  MetaComment showing(String address) {
    return new MetaComment(id, parent, author, name, text, address, hidden, second);
  }

  MetaComment hidden(boolean from) {
    return new MetaComment(id, parent, author, name, text, picture, from, second);
  }

  SaidComment said() {
    List<String> pictures = picture.isEmpty() ? List.of() : List.of(picture);
    Instant at = Instant.ofEpochSecond(second);
    return new SaidComment(id, parent, author, name, text, pictures, at, !hidden);
  }
}
