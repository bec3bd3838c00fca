package hallmonitor.standin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The comments under the video, as visitors write them. */
public final class YouTubeComments implements VisitedPost {
  private static final Person VISITOR = new Person("visitor", "UCvisitor");

  private final Kept<VideoComment> all;
  private final InstantSource clock;
  private boolean heldFoundById = true;

  YouTubeComments(Kept<VideoComment> all, InstantSource clock) {
    this.all = all;
    this.clock = clock;
  }

  @Override
  public Person visitor() {
    return VISITOR;
  }

  /** An answer to a reply belongs to the first comment. */
  @Override
  public synchronized String write(Person by, String to, String text, String picture) {
    String parent = to.isEmpty() || all.get(to).parent().isEmpty() ? to : all.get(to).parent();
    String first = "Ug" + String.format("%010d", all.ever() + 1) + "x4AaABAg";
    String id = parent.isEmpty() ? first : parent + "." + first;
    long now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
    all.put(
        id,
        new VideoComment(id, parent, author(by), handle(by), text, picture, "published", now, now));
    return id;
  }

  /** A handle has no spaces (https://support.google.com/youtube/answer/11585688). */
  private static String handle(Person person) {
    return person.name().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
  }

  @Override
  public String author(Person person) {
    return person.key().isEmpty() ? "" : "UC" + person.key();
  }

  /** No one is blocked, because the connector offers no block. */
  @Override
  public boolean welcomes(Person person) {
    return true;
  }

  @Override
  public synchronized void edit(String id, String text) {
    all.put(id, all.get(id).saying(text, clock.millis()));
  }

  @Override
  public synchronized void picture(String id, String address) {
    all.put(id, all.get(id).showing(address));
  }

  /** Deletes a comment. Its replies are deleted, too. */
  @Override
  public synchronized void delete(String id) {
    for (VideoComment one : all.values()) {
      if (one.id().equals(id) || one.parent().equals(id)) {
        all.remove(one.id());
      }
    }
  }

  /** Sets a state like a person in YouTube Studio, or as YouTube itself does. */
  public synchronized void setStatus(String id, String status) {
    all.put(id, all.get(id).with(status));
  }

  /**
   * Sets whether the API finds a held comment by its id, because the documentation does not say.
   */
  public synchronized void heldFoundById(boolean found) {
    heldFoundById = found;
  }

  synchronized boolean heldFoundById() {
    return heldFoundById;
  }

  /** Returns whether visitors see a comment. */
  @Override
  public synchronized boolean shows(String id) {
    return all.find(id).filter(this::isOpen).isPresent();
  }

  private boolean isOpen(VideoComment one) {
    return one.has("published") && (one.parent().isEmpty() || shows(one.parent()));
  }

  @Override
  public boolean mayWrite(String id) {
    return true;
  }

  /** Returns the replies under a comment that visitors see. */
  public synchronized List<String> repliesTo(String id) {
    return replies(id).stream().filter(this::isOpen).map(VideoComment::text).toList();
  }

  synchronized List<VideoComment> replies(String id) {
    return all.values().stream().filter(c -> c.parent().equals(id)).toList();
  }

  synchronized Optional<VideoComment> get(String id) {
    return all.find(id);
  }

  synchronized List<VideoComment> videoComments() {
    return all.values();
  }

  @Override
  public synchronized List<SaidComment> all() {
    return all.values().stream().map(c -> c.said(isOpen(c))).toList();
  }

  @Override
  public synchronized Optional<SaidComment> find(String id) {
    return all.find(id).map(c -> c.said(isOpen(c)));
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
