package hallmonitor.standin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The comments under one post on a Meta platform, as visitors write them. */
public final class MetaComments implements VisitedPost {
  private static final Person VISITOR = new Person("5550001", "Visitor");

  private final Kept<MetaComment> all;
  private final Kept<String> blocked;
  private final InstantSource clock;
  private final String prefix;
  private final boolean flat;

  /**
   * Creates them.
   *
   * @param blocked the authors that the account has blocked
   * @param prefix that every id begins with
   * @param flat whether an answer to a reply belongs to the first comment
   */
  MetaComments(
      Kept<MetaComment> all,
      Kept<String> blocked,
      InstantSource clock,
      String prefix,
      boolean flat) {
    this.all = all;
    this.blocked = blocked;
    this.clock = clock;
    this.prefix = prefix;
    this.flat = flat;
  }

  @Override
  public Person visitor() {
    return VISITOR;
  }

  @Override
  public synchronized String write(Person by, String to, String text, String picture) {
    String above = to;
    if (flat && !to.isEmpty() && !all.get(to).parent().isEmpty()) {
      above = all.get(to).parent();
    }
    String id = prefix + (1_000_001 + all.ever());
    long second = clock.instant().getEpochSecond();
    all.put(id, new MetaComment(id, above, by.key(), by.name(), text, picture, false, second));
    return id;
  }

  @Override
  public synchronized void edit(String id, String text) {
    all.put(id, all.get(id).saying(text));
  }

  @Override
  public synchronized void picture(String id, String address) {
    all.put(id, all.get(id).showing(address));
  }

  /** Deletes a comment with everything under it. */
  @Override
  public synchronized void delete(String id) {
    all.remove(id);
    under(id).forEach(c -> delete(c.id()));
  }

  /** Hides or shows a comment like a person on the platform itself. */
  public synchronized void setHidden(String id, boolean hidden) {
    all.put(id, all.get(id).hidden(hidden));
  }

  /** Returns whether everyone sees a comment. */
  @Override
  public synchronized boolean shows(String id) {
    return all.find(id).filter(c -> !c.hidden()).isPresent();
  }

  /** Returns whether the comment's author may still write. */
  @Override
  public synchronized boolean mayWrite(String id) {
    return !isBlocked(all.get(id).author());
  }

  public synchronized List<String> repliesTo(String id) {
    return under(id).stream().map(MetaComment::text).toList();
  }

  synchronized Optional<MetaComment> get(String id) {
    return all.find(id);
  }

  synchronized List<MetaComment> under(String parent) {
    return all.values().stream().filter(c -> c.parent().equals(parent)).toList();
  }

  /** Returns the comments, newest first. */
  synchronized List<MetaComment> newestFirst() {
    List<MetaComment> newest = new ArrayList<>(all.values());
    Collections.reverse(newest);
    return newest;
  }

  synchronized void block(String author, boolean on) {
    if (on) {
      blocked.put(author, author);
    } else {
      blocked.remove(author);
    }
  }

  synchronized List<String> blocked() {
    return blocked.values();
  }

  synchronized boolean isBlocked(String author) {
    return blocked.find(author).isPresent();
  }

  @Override
  public synchronized List<SaidComment> all() {
    return all.values().stream().map(MetaComment::said).toList();
  }

  @Override
  public synchronized Optional<SaidComment> find(String id) {
    return all.find(id).map(MetaComment::said);
  }

  @Override
  public String author(Person person) {
    return person.key();
  }

  @Override
  public boolean welcomes(Person person) {
    return !isBlocked(author(person));
  }

  @Override
  public synchronized long version() {
    return all.version();
  }

  @Override
  public synchronized void onChange(Runnable called) {
    all.onChange(called);
  }
}
