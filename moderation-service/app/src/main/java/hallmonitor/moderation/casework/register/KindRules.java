package hallmonitor.moderation.casework.register;

import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the district asks of accounts of one kind.
 *
 * @param credentials roles, as in district.yaml, that hold the password besides the account
 *     administrator
 * @param demands each with the time after which it is looked at again; absent for once
 */
public record KindRules(
    AccountAuthorizer authorizer,
    List<String> credentials,
    Map<AccountDemand, Optional<Period>> demands) {
  /** The rules of a kind that asks for nothing. */
  public static final KindRules NONE =
      new KindRules(AccountAuthorizer.ADMINISTRATOR, List.of(), Map.of());

  public KindRules {
    credentials = List.copyOf(credentials);
    Map<AccountDemand, Optional<Period>> ordered = new EnumMap<>(AccountDemand.class);
    ordered.putAll(demands);
    demands = Collections.unmodifiableMap(ordered);
  }
}
