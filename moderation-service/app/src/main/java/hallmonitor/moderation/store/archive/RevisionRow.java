package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.text.TextLikeness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision with its verdict.
 *
 * @param kind {@code created}, {@code edited} or {@code deleted}
 * @param attachments links to media, in the platform's order
 * @param names the kind of names that people write under there; null if its event did not say
 * @param claimedAt null if the platform does not say
 * @param outcome null for a deletion, which is not judged
 * @param language {@code en}, {@code es}, {@code en+es} or {@code other}; empty if unknown
 * @param likeness keys for finding the same text; only if a person may see it
 * @param firstOutcome the first look's answer; null if there is no second one
 * @param clauses ids of the clauses that hold, the deciding one first
 */
public record RevisionRow(
    CommentKey key,
    String revision,
    String kind,
    String body,
    String raw,
    List<String> attachments,
    @Nullable String names,
    @Nullable Instant claimedAt,
    Instant observedAt,
    @Nullable PolicyOutcome outcome,
    @Nullable PolicyOutcome firstOutcome,
    List<String> clauses,
    List<Finding> findings,
    String policyVersion,
    String modelVersion,
    String language,
    Optional<TextLikeness> likeness) {}
