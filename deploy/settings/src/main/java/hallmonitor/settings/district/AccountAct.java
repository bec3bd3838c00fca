package hallmonitor.settings.district;

import hallmonitor.settings.yaml.YamlMapping;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a system without a connector of its own can do, as declared in {@code acts}. */
public enum AccountAct {
  HIDE,
  RESTORE,
  DELETE,
  BLOCK_AUTHOR,
  UNBLOCK_AUTHOR,
  REPLY;

  /** Every act must be possible to undo: a hide is reversible, and a block has an end. */
  private static final Map<AccountAct, AccountAct> UNDONE_BY =
      Map.of(HIDE, RESTORE, BLOCK_AUTHOR, UNBLOCK_AUTHOR);

  /** Returns the name in district.yaml, such as {@code block-author}. */
  public String word() {
    return YamlMapping.nameOf(this);
  }

  /** Reads an account's acts. Every other platform's connector knows what its platform can do. */
  static Set<AccountAct> read(YamlMapping account, String platform) {
    Set<AccountAct> acts = EnumSet.noneOf(AccountAct.class);
    account.texts("acts", text -> add(text, acts));
    if (account.has("acts") && !platform.equals(ConnectedPlatform.API.word())) {
      account.problem("acts", "only 'platform: api' names its acts; leave the line out");
    }
    UNDONE_BY.forEach(
        (act, undo) -> {
          if (acts.contains(act) && !acts.contains(undo)) {
            account.problem(
                "acts",
                "'%s' needs '%s' beside it, which undoes it".formatted(act.word(), undo.word()));
          }
        });
    return acts;
  }

  private static Optional<String> add(String text, Set<AccountAct> acts) {
    Optional<AccountAct> found =
        Arrays.stream(values()).filter(act -> act.word().equals(text)).findFirst();
    found.ifPresent(acts::add);
    return found.isPresent()
        ? Optional.empty()
        : Optional.of(
            "'%s' is not one of %s"
                .formatted(
                    text,
                    Arrays.stream(values())
                        .map(AccountAct::word)
                        .collect(Collectors.joining(", "))));
  }
}
