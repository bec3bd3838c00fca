package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.store.archive.FindingsJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An archived revision with all its findings.
 *
 * @param policyVersion that judged it
 * @param names the kind of names that people write under there; null if its event did not say
 * @param parent text of the comment that it answers; null if there is none
 */
public record PastRevision(
    String account,
    String commentId,
    String revision,
    Instant judgedAt,
    String findings,
    String policyVersion,
    String body,
    String authorKey,
    String authorName,
    String platform,
    @Nullable String names,
    String post,
    String parent) {
  List<hallmonitor.moderation.finding.Finding> found() {
    return FindingsJson.read(findings);
  }

  AuthorKey author() {
    return new AuthorKey(account, authorKey);
  }

  Comment comment(String accountKind) {
    return Comment.of(body, authorName, post, Optional.ofNullable(parent), accountKind)
        .where(DistrictNames.shown(Optional.ofNullable(names), platform, authorKey));
  }
}
