package hallmonitor.notifier.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.clock.OpenConversations.Arrival;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.queue.OrderedLocks;
import hallmonitor.settings.escalation.EscalationCategory;
import hallmonitor.settings.escalation.EscalationCategory.Likeness;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The features that tell whether comments belong to one conversation.
 *
 * @param author the platform's id; a guest's name does not count, since anyone may use it
 * @param textHash of what it shows: its words and emoji without case, accents and punctuation, and
 *     known pictures; what shows nothing that could be compared is like nothing else
 */
record ConversationMatch(Optional<String> post, Optional<String> author, String textHash) {
  static ConversationMatch of(Escalation escalation) {
    return new ConversationMatch(escalation.post(), escalation.authorId(), textHash(escalation));
  }

  /**
   * Takes locks, so that only one transaction at a time looks for an open conversation of these
   * kinds or opens one.
   */
  static void lock(Handle transaction, List<Arrival> arrivals) {
    OrderedLocks.take(
        transaction,
        arrivals.stream()
            .map(Arrival::escalation)
            .map(e -> "fold/" + e.account() + "/" + e.building() + "/" + e.category()));
  }

  /** Returns whether one of the features that the rules compare is the same. */
  boolean isLike(ConversationMatch other, EscalationCategory rules) {
    return !rules.foldWithin().isZero()
        && rules.foldBy().stream()
            .anyMatch(by -> feature(by).isPresent() && feature(by).equals(other.feature(by)));
  }

  /**
   * Returns, by the escalation's id, the newest conversation that it may join. It must be
   * unanswered, because a person who answered has not seen this comment. Each feature has an index;
   * one condition for all of them would read every open conversation of the kind.
   */
  static Map<UUID, UUID> open(Handle transaction, List<Arrival> arrivals, Instant now) {
    Query query =
        transaction
            .createQuery(
                """
                select e.id, c.conversation_id
                from unnest(:ids, :accounts, :categories, :buildings, :urgencies, :since, :posts, :authors,
                  :texts) as e(id, account, category, building, urgency, since, post, author, text)
                cross join lateral (
                  select conversation_id
                  from (
                    select conversation_id, urgency, last_joined_at
                    from conversation
                    where post = e.post and account = e.account and category = e.category
                      and building = e.building and state in ('waiting', 'listed')
                    union all
                    select conversation_id, urgency, last_joined_at
                    from conversation
                    where author = e.author and account = e.account and category = e.category
                      and building = e.building and state in ('waiting', 'listed')
                    union all
                    select conversation_id, urgency, last_joined_at
                    from conversation
                    where text_hash = e.text and account = e.account and category = e.category
                      and building = e.building and state in ('waiting', 'listed')) c
                  where c.urgency = e.urgency
                    and c.last_joined_at > cast(e.since as timestamptz)
                  order by c.last_joined_at desc limit 1) c
                """)
            .bindArray(
                "ids", UUID.class, arrivals.stream().map(a -> a.escalation().id()).toArray());
    bind(query, "accounts", arrivals, a -> a.escalation().account());
    bind(query, "categories", arrivals, a -> a.escalation().category());
    bind(query, "buildings", arrivals, a -> a.escalation().building());
    bind(query, "urgencies", arrivals, a -> Conversations.nameOf(a.escalation().urgency()));
    bind(query, "since", arrivals, a -> now.minus(a.rules().foldWithin()).toString());
    bind(query, "posts", arrivals, a -> compared(a, Likeness.POST));
    bind(query, "authors", arrivals, a -> compared(a, Likeness.AUTHOR));
    bind(query, "texts", arrivals, a -> compared(a, Likeness.TEXT));
    return query
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("id", UUID.class), row.getObject("conversation_id", UUID.class)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void bind(
      Query query,
      String name,
      List<Arrival> arrivals,
      Function<Arrival, @Nullable String> column) {
    query.bindArray(name, String.class, arrivals.stream().map(column).toArray());
  }

  /** Null equals nothing. */
  private static @Nullable String compared(Arrival arrival, Likeness by) {
    return arrival.rules().foldBy().contains(by)
        ? arrival.likeness().feature(by).orElse(null)
        : null;
  }

  private Optional<String> feature(Likeness by) {
    return switch (by) {
      case POST -> post;
      case AUTHOR -> author;
      case TEXT -> Optional.of(textHash);
    };
  }

  private static String textHash(Escalation escalation) {
    String words =
        Normalizer.normalize(escalation.shown(), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}\\p{So}]+", " ")
            .strip();
    return hash(words.isEmpty() ? escalation.id().toString() : words);
  }

  private static String hash(String words) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
