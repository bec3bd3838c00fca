package hallmonitor.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The posts of X around one account. Ids contain the time, like X's, and an edit creates a new one.
 * X lets authors edit only posts that are not answers; here they can edit everything, so that the
 * suite can test it.
 */
public final class XPosts implements Visitors {
  static final String ME = "2244994945";
  static final String MY_NAME = "mvschools";
  static final String VISITOR = "900000001";

  private static final long EPOCH = 1_288_834_974_657L;

  /** A post with all its versions, the oldest first. */
  static final class Entry {
    final List<String> ids = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final String author;
    final String parent;
    final String conversation;
    final Instant at;
    String picture = "";
    boolean hidden;
    boolean isRepost;

    private Entry(String id, String author, String text, String parent, String conversation) {
      ids.add(id);
      texts.add(text);
      this.author = author;
      this.parent = parent;
      this.conversation = conversation.isEmpty() ? id : conversation;
      this.at = Instant.ofEpochMilli((Long.parseLong(id) >> 22) + EPOCH);
    }

    String first() {
      return ids.get(0);
    }

    long newest() {
      return Long.parseLong(ids.get(ids.size() - 1));
    }

    boolean mentionsMe() {
      return !author.equals(ME) && texts.get(texts.size() - 1).contains("@" + MY_NAME);
    }
  }

  private final Map<String, Entry> all = new LinkedHashMap<>();
  private final InstantSource clock;
  private final String post;
  private long last;

  XPosts(InstantSource clock) {
    this.clock = clock;
    this.post = add(ME, "Board meeting tonight at seven", "");
  }

  /** Returns the id of the account's post. */
  public String post() {
    return post;
  }

  synchronized String add(String author, String text, String parent) {
    last = Math.max(last + 1, (clock.millis() - EPOCH) << 22);
    String id = String.valueOf(last);
    all.put(
        id, new Entry(id, author, text, parent, parent.isEmpty() ? "" : get(parent).conversation));
    return id;
  }

  @Override
  public String comment(String text) {
    return reply(post, text);
  }

  @Override
  public String reply(String to, String text) {
    return add(VISITOR, "@" + MY_NAME + " " + text, to);
  }

  /** Answers without naming the account, like someone who removed the name. */
  public String replyWithoutName(String to, String text) {
    return add(VISITOR, text, to);
  }

  /** Writes a post of another conversation that names the account. */
  public String mention(String text) {
    return add(VISITOR, "Hello @" + MY_NAME + " " + text, "");
  }

  /** Posts as the account itself. */
  public String ownPost(String text) {
    return add(ME, text, "");
  }

  /** Answers a comment as the account, by hand. */
  public String answerAsAccount(String to, String text) {
    return add(ME, text, to);
  }

  /** Reposts something that names the account. */
  public synchronized String repost(String text) {
    String id = add(VISITOR, "RT @" + MY_NAME + ": " + text, "");
    get(id).isRepost = true;
    return id;
  }

  @Override
  public synchronized void edit(String id, String text) {
    last = Math.max(last + 1, (clock.millis() - EPOCH) << 22);
    get(id).ids.add(String.valueOf(last));
    get(id).texts.add("@" + MY_NAME + " " + text);
  }

  @Override
  public synchronized void picture(String id, String address) {
    get(id).picture = address;
  }

  @Override
  public synchronized void delete(String id) {
    all.remove(id);
  }

  @Override
  public synchronized boolean shows(String id) {
    return all.containsKey(id) && !get(id).hidden;
  }

  @Override
  public boolean mayWrite(String id) {
    return true;
  }

  /** Returns the texts of the account's own answers to a comment. */
  public synchronized List<String> answersTo(String id) {
    return all.values().stream()
        .filter(e -> e.author.equals(ME) && e.parent.equals(id))
        .map(e -> e.texts.get(0))
        .toList();
  }

  private Entry get(String id) {
    return Optional.ofNullable(all.get(id)).orElseThrow();
  }

  /** Finds a post by the id of any of its versions. */
  synchronized Optional<Entry> find(String id) {
    return all.values().stream().filter(e -> e.ids.contains(id)).findFirst();
  }

  /** Returns the requested posts, newest version first. */
  synchronized List<Entry> newestFirst(Predicate<Entry> wanted) {
    return all.values().stream()
        .filter(wanted)
        .sorted(Comparator.comparingLong(Entry::newest).reversed())
        .toList();
  }
}
