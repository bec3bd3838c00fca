package hallmonitor.ingest.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comments under one post on a Meta platform, as visitors write them. */
public final class MetaComments implements Visitors {
  static final String VISITOR = "5550001";

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

  /** A comment. */
  static final class MetaComment {
    final String id;
    final String parent;
    final String author;
    final Instant at;
    String text;
    String picture = "";
    boolean hidden;

    private MetaComment(String id, String parent, String author, String text, Instant at) {
      this.id = id;
      this.parent = parent;
      this.author = author;
      this.text = text;
      this.at = at;
    }

    String time() {
      return FORM.format(at);
    }
  }

  private final Map<String, MetaComment> all = new LinkedHashMap<>();
  private final Set<String> blocked = new HashSet<>();
  private final InstantSource clock;
  private final String prefix;
  private final boolean flat;
  private int written;

  /**
   * Creates them.
   *
   * @param prefix that every id begins with
   * @param flat whether an answer to a reply belongs to the first comment
   */
  MetaComments(InstantSource clock, String prefix, boolean flat) {
    this.clock = clock;
    this.prefix = prefix;
    this.flat = flat;
  }

  /** Writes under the post as a visitor. Returns the comment's id. */
  @Override
  public String comment(String text) {
    return add("", VISITOR, text);
  }

  /** Writes as a person that the platform does not name. */
  public String commentOfNobody(String text) {
    return add("", "", text);
  }

  @Override
  public String reply(String to, String text) {
    return add(to, VISITOR, text);
  }

  synchronized String add(String parent, String author, String text) {
    String above = parent;
    if (flat && !parent.isEmpty() && !all.get(parent).parent.isEmpty()) {
      above = all.get(parent).parent;
    }
    String id = prefix + (1_000_000 + ++written);
    all.put(
        id,
        new MetaComment(id, above, author, text, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    return id;
  }

  @Override
  public synchronized void edit(String id, String text) {
    all.get(id).text = text;
  }

  @Override
  public synchronized void picture(String id, String address) {
    all.get(id).picture = address;
  }

  /** Deletes a comment with everything under it. */
  @Override
  public synchronized void delete(String id) {
    all.remove(id);
    all.values().stream()
        .filter(c -> c.parent.equals(id))
        .map(c -> c.id)
        .toList()
        .forEach(this::delete);
  }

  /** Hides or shows a comment like a person on the platform itself. */
  public synchronized void setHidden(String id, boolean hidden) {
    all.get(id).hidden = hidden;
  }

  /** Returns whether everyone sees a comment. */
  @Override
  public synchronized boolean shows(String id) {
    return all.containsKey(id) && !all.get(id).hidden;
  }

  /** Returns whether the comment's author may still write. */
  @Override
  public synchronized boolean mayWrite(String id) {
    return !blocked.contains(all.get(id).author);
  }

  public synchronized List<String> repliesTo(String id) {
    return under(id).stream().map(c -> c.text).toList();
  }

  synchronized Optional<MetaComment> get(String id) {
    return Optional.ofNullable(all.get(id));
  }

  synchronized List<MetaComment> under(String parent) {
    return all.values().stream().filter(c -> c.parent.equals(parent)).toList();
  }

  /** Returns the comments, newest first. */
  synchronized List<MetaComment> newestFirst() {
    List<MetaComment> newest = new ArrayList<>();
    all.values().forEach(c -> newest.add(0, c));
    return newest;
  }

  synchronized void block(String author, boolean on) {
    if (on) {
      blocked.add(author);
    } else {
      blocked.remove(author);
    }
  }

  synchronized boolean isBlocked(String author) {
    return blocked.contains(author);
  }
}
