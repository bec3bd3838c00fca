package hallmonitor.local.practice;

import hallmonitor.local.web.PageWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Why comments left the page, as far as reported. Keeps the newest {@value #MOST} cases; reports
 * may arrive in any order. Thread-safe.
 */
public final class RemovalReasons {
  private static final int MOST = 2_000;

  /** Notices may be told before their case, and most are of cases of other accounts. */
  private static final int MOST_WAITING = 200;

  /**
   * Who removed a comment, and why.
   *
   * @param deleted whether it was deleted; otherwise it was hidden
   * @param byPolicy whether no person had to order it
   * @param clause number and title of the clause; empty if none is known
   * @param spanishClause the same for people who read Spanish
   */
  public record Removal(boolean deleted, boolean byPolicy, String clause, String spanishClause) {}

  /**
   * One line for the reader.
   *
   * @param link to the case in the console
   */
  record Line(String sentence, String link) {}

  private static final class Facts {
    Optional<Removal> removal = Optional.empty();
    List<String> asked = List.of();
    final Set<String> told = new TreeSet<>();
    String link = "";
    final String comment;

    Facts(String comment) {
      this.comment = comment;
    }
  }

  private final Map<UUID, Facts> cases = newest(MOST);
  private final Map<String, UUID> caseOf = newest(MOST);
  private final Map<UUID, Set<String>> toldBefore = newest(MOST_WAITING);
  private final Consumer<String> changed;

  /**
   * @param changed receives the comment with news, on the thread that reported it
   */
  RemovalReasons(Consumer<String> changed) {
    this.changed = changed;
  }

  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>(16, .75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /**
   * Records that a comment is being removed, or restored.
   *
   * @param removal absent if it is restored
   * @param link to the case in the console
   */
  public void removed(String comment, UUID caseId, Optional<Removal> removal, String link) {
    synchronized (this) {
      Facts facts = of(caseId, comment);
      facts.removal = removal;
      facts.link = link;
    }
    changed.accept(comment);
  }

  /** Records who is asked to act on a case, by role. */
  public void asked(String comment, UUID caseId, List<String> roles) {
    synchronized (this) {
      of(caseId, comment).asked = List.copyOf(roles);
    }
    changed.accept(comment);
  }

  /** Tells that somebody with this role was notified of a case, which may be of another account. */
  public void told(UUID caseId, String role) {
    String comment;
    synchronized (this) {
      Facts facts = cases.get(caseId);
      if (facts == null) {
        toldBefore.computeIfAbsent(caseId, id -> new TreeSet<>()).add(role);
        return;
      }
      facts.told.add(role);
      comment = facts.comment;
    }
    changed.accept(comment);
  }

  private Facts of(UUID caseId, String comment) {
    Facts facts = cases.computeIfAbsent(caseId, id -> new Facts(comment));
    Optional.ofNullable(toldBefore.remove(caseId)).ifPresent(facts.told::addAll);
    caseOf.put(comment, caseId);
    return facts;
  }

  /**
   * Returns what a browser is told of a removed comment, without its words.
   *
   * @param id of the comment
   * @param second since 1970: when it was written
   */
  Map<String, Object> json(Object id, String name, long second, PageWords words) {
    Optional<Line> line = of(String.valueOf(id), words);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", name);
    json.put("time", second);
    json.put("why", line.map(Line::sentence).orElse(words.say("Hidden by moderation.")));
    json.put("link", line.map(Line::link).orElse(""));
    return json;
  }

  /** Returns why a comment is gone and what happens next; empty if unknown. */
  synchronized Optional<Line> of(String comment, PageWords words) {
    return Optional.ofNullable(caseOf.get(comment))
        .map(cases::get)
        .flatMap(f -> f.removal.map(removal -> new Line(sentence(removal, f, words), f.link)));
  }

  private static String sentence(Removal removal, Facts facts, PageWords words) {
    String done =
        (removal.deleted() ? "Deleted" : "Hidden") + (removal.byPolicy() ? "" : " by a person");
    String clause = words.language().equals("es") ? removal.spanishClause() : removal.clause();
    String next = next(removal, facts, words);
    return (clause.isEmpty() ? words.say(done + ".") : words.say(done + " under {1}.", clause))
        + (next.isEmpty() ? "" : " " + next);
  }

  private static String next(Removal removal, Facts facts, PageWords words) {
    if (!facts.told.isEmpty()) {
      return words.say(
          facts.told.size() == 1 ? "The {1} was notified." : "The {1} were notified.",
          roles(facts.told, words));
    }
    if (!facts.asked.isEmpty()) {
      Set<String> asked = new TreeSet<>(facts.asked);
      return words.say(
          asked.size() == 1 ? "The {1} is being notified." : "The {1} are being notified.",
          roles(asked, words));
    }
    return removal.byPolicy() ? words.say("A moderator reviews it.") : "";
  }

  private static String roles(Set<String> roles, PageWords words) {
    return roles.stream()
        .map(role -> words.say(role.replace('-', ' ')))
        .reduce((all, next) -> words.say("{1} and the {2}", all, next))
        .orElse("");
  }
}
