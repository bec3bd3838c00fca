package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.finding.Category;

/** Names of a policy's parts, as they stand within a sentence in the reader's language. */
public interface PolicyWords {
  String category(Category category);

  /** Returns a role, such as {@code assistant-principal}, in words. */
  String role(String code);

  /** Returns a kind of account, such as {@code school-based-group}, in words. */
  String accountKind(String code);
}
