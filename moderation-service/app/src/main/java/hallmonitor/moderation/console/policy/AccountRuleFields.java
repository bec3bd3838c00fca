package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.settings.district.District.AccountKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps the forms of what is asked of accounts to the keys of accounts.yaml. */
final class AccountRuleFields {
  private AccountRuleFields() {}

  /** Returns the kinds of accounts, named as in the file. */
  static List<String> kinds() {
    return Arrays.stream(AccountKind.values()).map(EnumCodes::of).toList();
  }

  /** Returns what may be asked of an account, named as in the file. */
  static List<String> demands() {
    return Arrays.stream(AccountDemand.values()).map(EnumCodes::of).toList();
  }

  static Map<String, Optional<Object>> everyPage(FormValues sent) {
    Map<String, Optional<Object>> page = new LinkedHashMap<>();
    for (String language : List.of("en", "es")) {
      page.put(
          "disclaimer." + language,
          Optional.<Object>of(sent.text("disclaimer-" + language)).filter(t -> !"".equals(t)));
    }
    for (String key : List.of("district-site", "contact", "logo", "name-form")) {
      page.put(key, sent.optional(key));
    }
    return page;
  }

  static Map<String, Optional<Object>> registerTimes(FormValues sent) {
    Map<String, Optional<Object>> times = new LinkedHashMap<>();
    for (String key : List.of("decide-within", "remind-every", "pass-on-after")) {
      times.put(key, sent.optional(key));
    }
    return times;
  }

  static Map<String, Optional<Object>> watch(FormValues sent) {
    Map<String, Optional<Object>> watch = new LinkedHashMap<>();
    for (String kind : kinds()) {
      watch.put("look-within." + kind, sent.optional("look-within-" + kind));
    }
    for (String key :
        List.of("tell-deputy-after", "tell-building-administrator-after", "fault-after")) {
      watch.put(key, sent.optional(key));
    }
    return watch;
  }

  static Map<String, Optional<Object>> accountKind(FormValues sent) {
    Map<String, Optional<Object>> kind = new LinkedHashMap<>();
    kind.put("authorized-by", sent.required("authorized-by"));
    kind.put("credentials", FormValues.list(sent.ticked("credentials")));
    for (String demand : demands()) {
      kind.put("demands." + demand, sent.optional(demand));
    }
    return kind;
  }
}
