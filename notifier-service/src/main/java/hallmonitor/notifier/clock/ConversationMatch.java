package hallmonitor.notifier.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.settings.escalation.EscalationCategory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The features that tell whether comments belong to one conversation.
 *
 * @param author the platform's id; a guest's name does not count, since anyone may use it
 * @param textHash of the words without case, accents and punctuation
 */
record ConversationMatch(Optional<String> post, Optional<String> author, String textHash) {
  static ConversationMatch of(Escalation escalation) {
    return new ConversationMatch(
        escalation.post(), escalation.authorId(), hash(escalation.quote()));
  }

  /**
   * Takes a lock, so that only one transaction at a time looks for an open conversation or opens
   * one.
   */
  static void lock(Handle transaction, Escalation e) {
    transaction
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:key, 7))")
        .bind("key", "fold/" + e.account() + "/" + e.building() + "/" + e.category())
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Returns the newest conversation that this escalation may join. It must be unanswered, because a
   * person who answered has not seen this comment.
   */
  Optional<UUID> open(Handle transaction, Escalation e, EscalationCategory rules, Instant now) {
    return transaction
        .createQuery(
            """
            select conversation_id
            from conversation
            where state in ('waiting', 'listed')
              and account = :account
              and category = :category
              and building = :building
              and urgency = :urgency
              and last_joined_at > :since
              and ((:byPost and post = :post) or (:byAuthor and author = :author) or (:byText and text_hash
                = :text))
            order by last_joined_at desc limit 1
            """)
        .bind("account", e.account())
        .bind("category", e.category())
        .bind("building", e.building())
        .bind("urgency", e.urgency().name().toLowerCase(Locale.ROOT))
        .bind("since", Conversations.time(now.minus(rules.foldWithin())))
        .bind("byPost", rules.foldBy().contains(EscalationCategory.Likeness.POST))
        .bind("byAuthor", rules.foldBy().contains(EscalationCategory.Likeness.AUTHOR))
        .bind("byText", rules.foldBy().contains(EscalationCategory.Likeness.TEXT))
        .bind("post", post.orElse(null))
        .bind("author", author.orElse(null))
        .bind("text", textHash)
        .mapTo(UUID.class)
        .findOne();
  }

  private static String hash(String text) {
    String words =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
