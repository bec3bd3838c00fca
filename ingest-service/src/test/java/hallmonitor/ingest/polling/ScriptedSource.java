package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An in-memory platform: comments in the order of writing, pages of three, faults on demand. */
final class ScriptedSource implements CommentSource {
  static final int PAGE = 3;

  private final List<Sighting> comments = new ArrayList<>();
  private final List<Sighting> history = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private Runnable onCall = () -> {};
  private String failingCall = "";
  private String failingAlways = "";
  private int callsBefore;
  private Fault fault;

  private final List<TimeSpan> spans = new ArrayList<>();
  private final List<PostSighting> posts = new ArrayList<>();
  private boolean stampsPosts;
  private Optional<List<String>> blocked = Optional.empty();
  private String description = "";
  private Duration rereads = EDITS;
  private boolean oldList;
  private boolean listsWithoutEnd;

  static Sighting as(Visibility visibility, Sighting of) {
    return new Sighting(
        of.id(),
        of.post(),
        of.parent(),
        of.author(),
        of.text(),
        visibility,
        of.attachments(),
        of.permalink(),
        of.claimedAt(),
        of.raw());
  }

  static Sighting comment(String id, String text, Instant at) {
    return new Sighting(
        id,
        new Post("7", "Board meeting", "", Optional.empty()),
        Optional.empty(),
        new Author(Optional.empty(), "Dana Reyes"),
        text,
        Visibility.VISIBLE,
        List.of(),
        Optional.empty(),
        Optional.of(at),
        "{}");
  }

  void write(String id, String text, Instant at) {
    comments.add(comment(id, text, at));
  }

  /** Adds an old comment, behind the live edge. */
  void wrote(String id, String text, Instant at) {
    history.add(comment(id, text, at));
  }

  /** Adds a comment that the live edge has passed. */
  void showLate(String id, String text, Instant at) {
    comments.add(0, comment(id, text, at));
  }

  void edit(String id, String text) {
    comments.replaceAll(
        c -> c.id().equals(id) ? comment(id, text, c.claimedAt().orElseThrow()) : c);
  }

  /** Sets what readers of the platform see of a comment. */
  void show(String id, Visibility visibility) {
    comments.replaceAll(c -> c.id().equals(id) ? as(visibility, c) : c);
  }

  /** Makes lists show everything as visible, as copies from before a hide do. */
  void showOldLists(boolean old) {
    oldList = old;
  }

  void rereads(Duration reach) {
    rereads = reach;
  }

  void remove(String id) {
    comments.removeIf(c -> c.id().equals(id));
  }

  /** Makes the next calls fail, one for each fault. */
  void fail(Fault... next) {
    faults.addAll(List.of(next));
  }

  /** Makes one call of a kind fail after a number of successes. */
  void failOnce(String call, int after, Fault with) {
    failingCall = call;
    callsBefore = after;
    fault = with;
  }

  /** Makes every call of a kind fail until further notice. */
  void failAlways(String call, Fault with) {
    failingAlways = call;
    fault = with;
  }

  void onCall(Runnable listener) {
    onCall = listener;
  }

  /** Returns the spans of the sweeps, one for each page. */
  List<TimeSpan> spans() {
    return List.copyOf(spans);
  }

  /** Returns the calls in order. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private void called(String what) throws PlatformException {
    calls.add(what);
    onCall.run();
    if (what.equals(failingAlways)) {
      throw new PlatformException(fault);
    }
    if (what.equals(failingCall) && callsBefore-- == 0) {
      failingCall = "";
      throw new PlatformException(fault);
    }
    if (!faults.isEmpty()) {
      throw new PlatformException(faults.poll());
    }
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    called("verifyAuth");
    return Optional.empty();
  }

  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    called("poll");
    return page(comments, cursor);
  }

  /** Publishes a post, newer than the others, or changes one. */
  void post(String id, String text) {
    PostSighting post =
        new PostSighting(id, "Board meeting", text, List.of(), Optional.empty(), Optional.empty());
    if (posts.stream().anyMatch(p -> p.id().equals(id))) {
      posts.replaceAll(p -> p.id().equals(id) ? post : p);
    } else {
      posts.add(0, post);
    }
  }

  /** Makes the list of posts name the same next page each time. */
  void listsWithoutEnd() {
    listsWithoutEnd = true;
  }

  /** Makes it a platform that says at little cost whether there is news of its posts. */
  void stampsPosts() {
    stampsPosts = true;
  }

  @Override
  public Optional<PostSource> posts() {
    PostSource list = stampsPosts ? new StampedPosts() : this::postPage;
    return Optional.of(list);
  }

  private PostSource.PostPage postPage(String cursor) throws PlatformException {
    called("posts");
    if (listsWithoutEnd) {
      return new PostSource.PostPage(posts, "the same again");
    }
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int to = Math.min(posts.size(), from + PAGE);
    return new PostSource.PostPage(
        posts.subList(from, to), to < posts.size() ? String.valueOf(to) : "");
  }

  private final class StampedPosts implements PostSource {
    @Override
    public PostPage posts(String cursor) throws PlatformException {
      return postPage(cursor);
    }

    @Override
    public Duration every() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Optional<String> stamp() {
      return Optional.of(posts.toString());
    }
  }

  /** Makes the platform tell who is blocked by the account. */
  void blocking(String... ids) {
    blocked = Optional.of(List.of(ids));
  }

  @Override
  public Optional<BlockSource> blocks() {
    return blocked.map(
        ids ->
            cursor -> {
              called("blocks");
              int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
              int to = Math.min(ids.size(), from + PAGE);
              return new BlockSource.BlockPage(
                  ids.subList(from, to).stream()
                      .map(id -> new Author(Optional.of(id), "Name of " + id))
                      .toList(),
                  to < ids.size() ? String.valueOf(to) : "");
            });
  }

  void describe(String text) {
    description = text;
  }

  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(
        () -> {
          called("profile");
          return new AccountProfile(
              "Site", description, List.of(), true, true, Optional.empty(), List.of());
        });
  }

  @Override
  public Duration rereads() {
    return rereads;
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    called("reconcile");
    spans.add(span);
    failOlder(span, cursor);
    return page(
        comments.stream()
            .filter(c -> span.holds(c.claimedAt().orElseThrow()))
            .map(c -> oldList ? as(Visibility.VISIBLE, c) : c)
            .toList(),
        cursor);
  }

  private void failOlder(TimeSpan span, String cursor) throws PlatformException {
    Duration length = Duration.between(span.after(), span.before());
    boolean old = length.compareTo(SweepPlan.WINDOW.plusMinutes(30)) > 0;
    if (old && (failingAlways.equals("old") || failingAlways.equals("reconcile " + cursor))) {
      called(failingAlways);
    }
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    called("backfill");
    CommentPage page = page(history, cursor);
    return new CommentPage(
        page.sightings(),
        page.next(),
        page.more(),
        Optional.of(
            new CommentPage.Progress(Optional.of((long) history.size()), Optional.of(notBefore))));
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    called("look " + id);
    return comments.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  private static CommentPage page(List<Sighting> all, String cursor) {
    int from = cursor.isEmpty() ? 0 : Math.min(all.size(), Integer.parseInt(cursor));
    int to = Math.min(all.size(), from + PAGE);
    return CommentPage.of(all.subList(from, to), String.valueOf(to), to - from == PAGE);
  }
}
