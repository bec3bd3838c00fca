package hallmonitor.moderation.console.past;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.casework.past.PastOrder;
import hallmonitor.moderation.casework.past.PastPost;
import hallmonitor.moderation.casework.past.PastSpell;
import hallmonitor.moderation.casework.past.PastText;
import hallmonitor.moderation.casework.past.PastThread;
import hallmonitor.moderation.casework.past.PastThread.Entry;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.HistoryLine;
import hallmonitor.moderation.console.past.PastWords.PostSaid;
import hallmonitor.moderation.console.past.PastWords.Reason;
import hallmonitor.moderation.console.past.PastWords.Said;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the page of a moment together: the thread first, and then the words of what it shows. */
@ApplicationScoped
class PastDesk {
  /** The entries of a case's history name the clause as it was then. */
  private static final Pattern CLAUSE = Pattern.compile("^Clause ([^\\s,]+?)[,.](?: .*|$)");

  private final PastQueries queries;
  private final PastWordsQueries words;
  private final LiveRules rules;

  PastDesk(PastQueries queries, PastWordsQueries words, LiveRules rules) {
    this.queries = queries;
    this.words = words;
    this.rules = rules;
  }

  /**
   * Returns the page.
   *
   * @param moment that has passed
   */
  PastPage page(PastQuestion question, Instant moment, Instant now, Sight sight) {
    CommentKey key = new CommentKey(question.account(), question.postId());
    ZoneId zone = rules.district().current().value().timeZone();
    PastPost past = queries.read(key, sight);
    Optional<Instant> beginning = past.beginning();
    if (beginning.isEmpty() || beginning.get().isAfter(moment)) {
      return PastPage.mistaken(
          question,
          zone,
          Sentence.of("Nothing of this post was there yet. Choose a later time."),
          moment,
          beginning.orElse(null));
    }
    PastThread whole = past.at(moment);
    PastThread thread = question.full() ? whole : whole.publicly();
    int page = number(question, thread.entries());
    List<Entry> shown =
        thread.entries().stream()
            .skip((long) (page - 1) * PastPage.LINES)
            .limit(PastPage.LINES)
            .toList();
    List<Entry> worded =
        question.full() ? shown : shown.stream().filter(e -> e.state().seen()).toList();
    PastWords said = words.read(key, thread, worded, sight);
    return new PastPage(
        question,
        zone,
        platform(question.account()),
        Sentence.NONE,
        moment,
        past.changeBefore(moment).orElse(null),
        past.changeAfter(moment).filter(next -> !next.isAfter(now)).orElse(null),
        beginning.get(),
        version(said, thread.post()),
        question.full() ? version(said, thread.before()) : null,
        lines(question, shown, said),
        thread.entries().size(),
        question.full()
            ? thread.entries().size()
            : thread.entries().stream().filter(e -> e.state().seen()).count(),
        page,
        Math.max(past.comments().size(), past.versions().size()) >= PastQueries.MOST);
  }

  /** Returns the page that is asked for, or that has the comment that is asked for. */
  private static int number(PastQuestion question, List<Entry> entries) {
    int last = Math.max(1, (entries.size() + PastPage.LINES - 1) / PastPage.LINES);
    if (question.page() > 0) {
      return Math.min(question.page(), last);
    }
    return 1
        + IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).comment().id().equals(question.comment()))
                .findFirst()
                .orElse(0)
            / PastPage.LINES;
  }

  private String platform(String account) {
    return rules.district().current().value().account(account).map(a -> a.platform()).orElse("");
  }

  private static @Nullable PostSaid version(PastWords words, Optional<PastText> text) {
    return text.flatMap(
            t ->
                words.posts().stream()
                    .filter(p -> p.version().equals(t.name()))
                    .findFirst()
                    .map(p -> p.from(t.at())))
        .orElse(null);
  }

  private List<PastLine> lines(PastQuestion question, List<Entry> shown, PastWords words) {
    Map<String, Said> said =
        words.comments().stream()
            .collect(Collectors.toMap(Said::commentId, Function.identity(), (a, b) -> a));
    Map<UUID, PastWords.Ordered> orders =
        words.orders().stream()
            .collect(Collectors.toMap(PastWords.Ordered::actionId, Function.identity()));
    return shown.stream()
        .map(
            entry ->
                new PastLine(
                    question.account(),
                    entry,
                    said.get(entry.comment().id()),
                    question.full() && isTold(entry) ? reason(entry.state().spell(), orders) : null,
                    entry.comment().id().equals(question.comment())))
        .toList();
  }

  private static boolean isTold(Entry entry) {
    return !entry.state().seen()
        || entry.state().spell().from().isAfter(entry.comment().firstRead());
  }

  private Reason reason(PastSpell spell, Map<UUID, PastWords.Ordered> orders) {
    PastWords.Ordered by = spell.order().map(PastOrder::actionId).map(orders::get).orElse(null);
    return new Reason(
        spell.visibility(),
        spell.from(),
        spell.until().orElse(null),
        by == null
            ? null
            : HistoryLine.of(
                new CaseQueries.Event(
                    spell.order().orElseThrow().orderedAt(),
                    by.orderedBy(),
                    by.kind(),
                    by.detail()),
                rules),
        by == null || spell.visibility() == Visibility.VISIBLE
            ? null
            : rules.clause(clause(by)).orElse(null));
  }

  private static String clause(PastWords.Ordered order) {
    Matcher named = CLAUSE.matcher(order.detail());
    return named.find() ? named.group(1) : order.clause();
  }
}
