package hallmonitor.moderation.store.tips;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.RevisionRow;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Archives what was handed in about something that no connector reads, as one comment that is
 * elsewhere. Its case, evidence, escalation, retention and holds are those of every comment.
 */
public final class HandedIn {
  /** The platform of such comments. */
  public static final String PLATFORM = "tip";

  private static final String ONLY_REVISION = "1";

  private HandedIn() {}

  /** Returns the account of a building's tips, which no connected account can have as its id. */
  public static String account(String building) {
    return CommentRef.HANDED_IN + building;
  }

  /** Returns the building of such an account; empty for a connected account. */
  public static Optional<String> building(String account) {
    return account.startsWith(CommentRef.HANDED_IN)
        ? Optional.of(account.substring(CommentRef.HANDED_IN.length()))
        : Optional.empty();
  }

  static CommentKey archive(Handle transaction, NewTip tip, TipPlan plan, Instant now)
      throws SQLException {
    CommentKey key = new CommentKey(account(plan.building()), tip.id().toString());
    Archive archive = new Archive(transaction.getConnection());
    archive.putComments(List.of(comment(key, tip, now)));
    archive.addRevisions(List.of(revision(key, tip, plan, now)));
    return key;
  }

  private static CommentRow comment(CommentKey key, NewTip tip, Instant now) {
    return new CommentRow(
        key,
        PLATFORM,
        alone(tip),
        null,
        alone(tip),
        "",
        link(tip),
        Visibility.ELSEWHERE,
        now,
        ONLY_REVISION,
        body(tip),
        now,
        now,
        false,
        false);
  }

  /** A post and an author of its own, so that it is never folded with another tip. */
  private static String alone(NewTip tip) {
    return PLATFORM + ":" + tip.id();
  }

  private static RevisionRow revision(CommentKey key, NewTip tip, TipPlan plan, Instant now) {
    return new RevisionRow(
        key,
        ONLY_REVISION,
        "created",
        body(tip),
        raw(tip),
        List.of(),
        null,
        null,
        now,
        PolicyOutcome.REVIEW,
        null,
        List.of(plan.clause().id()),
        List.of(),
        plan.policyVersion(),
        plan.modelVersion(),
        tip.language(),
        Optional.empty());
  }

  private static @Nullable String link(NewTip tip) {
    return tip.link().isEmpty() ? null : tip.link();
  }

  private static String body(NewTip tip) {
    return tip.text().isBlank() ? tip.words() : tip.text();
  }

  /** What is sealed beside the text; the reporter's name is not part of the evidence. */
  private static String raw(NewTip tip) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("reference", tip.reference().toString());
    parts.put("link", tip.link());
    parts.put("where", tip.place());
    parts.put("text", tip.text());
    tip.screenshot()
        .ifPresent(
            picture -> {
              parts.put("screenshotSha256", picture.sha256());
              parts.put("screenshotAsHandedInSha256", picture.original());
            });
    return new String(EventJson.write(parts), StandardCharsets.UTF_8);
  }
}
