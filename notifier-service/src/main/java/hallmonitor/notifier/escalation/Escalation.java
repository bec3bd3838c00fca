package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that people of a building act on a case, with everything needed to notify them.
 *
 * @param category the category that weighed most, such as {@code threat}
 * @param clauseTitleSpanish absent if the district gave the clause none
 * @param building by id
 * @param account by id
 * @param accountName as shown to people
 * @param roles as named in district.yaml
 * @param hideOrdered whether the comment is being hidden; otherwise it stays visible
 * @param hideNotDone whether an ordered hide is not carried out, so that a person has to do it by
 *     hand
 * @param permalink where the comment is on the platform
 * @param post the platform's id of the post; absent in records of older writers
 * @param authorId the platform's id of the author; absent for guests
 * @param author the author's name, which a mail contains only if the district chose so
 * @param quote the comment's text, which a mail contains only if the district chose so
 * @param shown what makes it like others: its words, those in its pictures, and known pictures
 */
public record Escalation(
    UUID id,
    UUID caseId,
    String category,
    String clause,
    String clauseTitle,
    Optional<String> clauseTitleSpanish,
    Urgency urgency,
    String building,
    String account,
    String accountName,
    List<String> roles,
    boolean hideOrdered,
    boolean hideNotDone,
    Optional<String> permalink,
    Optional<String> post,
    Optional<String> authorId,
    String author,
    String quote,
    String shown,
    Instant raisedAt)
    implements EscalationSubject {
  public Escalation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(clauseTitle, "clauseTitle");
    Objects.requireNonNull(clauseTitleSpanish, "clauseTitleSpanish");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(building, "building");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(accountName, "accountName");
    Objects.requireNonNull(permalink, "permalink");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(authorId, "authorId");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(quote, "quote");
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(raisedAt, "raisedAt");
    roles = List.copyOf(roles);
  }
}
