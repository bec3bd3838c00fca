package hallmonitor.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The posts of a forum, as its members write them. */
public final class ForumPosts implements Visitors {
  static final String MEMBER = "dana";
  static final String MODERATOR = "hallmonitor";
  static final Map<String, Integer> USERS = Map.of(MEMBER, 7, MODERATOR, 2);

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  /** A post. */
  static final class ForumEntry {
    final int id;
    final int topic;
    final int number;
    final int answered;
    final String user;
    final Instant at;
    String text;
    String more = "";
    int version = 1;
    boolean takenBack;
    boolean deleted;
    boolean flagged;
    boolean isPrivate;

    private ForumEntry(
        int id, int topic, int number, int answered, String user, String text, Instant at) {
      this.id = id;
      this.topic = topic;
      this.number = number;
      this.answered = answered;
      this.user = user;
      this.text = text;
      this.at = at;
    }

    String cooked() {
      String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      Matcher links = ADDRESS.matcher(safe);
      return "<p>" + links.replaceAll("<a href=\"$0\">$0</a>") + "</p>" + more;
    }
  }

  private final Map<Integer, ForumEntry> all = new LinkedHashMap<>();
  private final Set<String> silenced = new HashSet<>();
  private final InstantSource clock;
  private final int topic;
  private int topics = 40;

  ForumPosts(InstantSource clock) {
    this.clock = clock;
    this.topic = get(newTopic("Board meeting tonight at seven")).topic;
  }

  /** Returns the id of the topic that members write in. */
  public String topic() {
    return String.valueOf(topic);
  }

  /** Starts a topic and returns the id of its first post. */
  public synchronized String newTopic(String text) {
    return add(++topics, 0, MEMBER, text, clock.instant());
  }

  synchronized String add(int in, int answered, String user, String text, Instant at) {
    int id = 1000 + all.size();
    int number = (int) all.values().stream().filter(e -> e.topic == in).count() + 1;
    all.put(id, new ForumEntry(id, in, number, answered, user, text, at));
    return String.valueOf(id);
  }

  @Override
  public String comment(String text) {
    return add(topic, 0, MEMBER, text, clock.instant());
  }

  @Override
  public synchronized String reply(String to, String text) {
    ForumEntry above = get(to);
    return add(above.topic, above.number, MEMBER, text, clock.instant());
  }

  /** Writes a post that claims to be old, like an import. */
  public String imported(String text, Instant claimed) {
    return add(topic, 0, MEMBER, text, claimed);
  }

  /** Writes as a member with an account that is deleted later. */
  public String byNobody(String text) {
    return add(topic, 0, "gone", text, clock.instant());
  }

  synchronized int last() {
    return 1000 + all.size() - 1;
  }

  @Override
  public synchronized void edit(String id, String text) {
    get(id).text = text;
    get(id).version++;
  }

  /** Adds HTML below what was written: a quote, an emoji, a preview. */
  public synchronized void append(String id, String html) {
    get(id).more += html;
  }

  @Override
  public void picture(String id, String address) {
    append(id, "<p><img src=\"" + address + "\" alt=\"\" width=\"1\" height=\"1\"></p>");
  }

  /** Withdraws a post as its author: a note replaces it, and disappears a day later. */
  @Override
  public synchronized void delete(String id) {
    get(id).takenBack = true;
    get(id).text = "(post deleted by author)";
  }

  /** Hides a post like members who flag it. */
  public synchronized void flag(String id) {
    get(id).flagged = true;
  }

  /** Moves a post out of the moderator's sight. */
  public synchronized void makePrivate(String id) {
    get(id).isPrivate = true;
  }

  @Override
  public synchronized boolean shows(String id) {
    ForumEntry one = get(id);
    return !one.takenBack && !one.deleted && !one.flagged;
  }

  @Override
  public synchronized boolean mayWrite(String id) {
    return !silenced.contains(get(id).user);
  }

  public synchronized List<String> repliesTo(String id) {
    ForumEntry above = get(id);
    return list(e -> e.topic == above.topic && e.answered == above.number).stream()
        .map(e -> e.text)
        .toList();
  }

  private synchronized ForumEntry get(String id) {
    return find(id).orElseThrow();
  }

  synchronized Optional<ForumEntry> find(String id) {
    return Optional.ofNullable(all.get(Integer.parseInt(id)));
  }

  synchronized boolean isSilenced(String user) {
    return silenced.contains(user);
  }

  synchronized void silence(String user, boolean on) {
    if (on) {
      silenced.add(user);
    } else {
      silenced.remove(user);
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** Returns the requested posts, in their order. */
  synchronized List<ForumEntry> list(Predicate<ForumEntry> wanted) {
    return new ArrayList<>(all.values().stream().filter(wanted).toList());
  }
}
