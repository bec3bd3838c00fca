package hallmonitor.moderation.console.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Maps each form's fields to the keys of its part. */
final class FormPartFields {
  private FormPartFields() {}

  private static Map<String, Optional<Object>> keys() {
    return new LinkedHashMap<>();
  }

  static Map<String, Optional<Object>> district(FormValues sent) {
    Map<String, Optional<Object>> district = keys();
    district.put("district", sent.required("district"));
    district.put("time-zone", sent.optional("time-zone"));
    return district;
  }

  static Map<String, Optional<Object>> building(FormValues sent) {
    Map<String, Optional<Object>> building = keys();
    building.put("id", id(sent));
    building.put("name", sent.required("name"));
    return building;
  }

  static Map<String, Optional<Object>> account(FormValues sent) {
    Map<String, Optional<Object>> account = keys();
    account.put("id", id(sent));
    for (String key : List.of("name", "platform", "building")) {
      account.put(key, sent.required(key));
    }
    account.put("kind", sent.optional("kind"));
    account.put("administrator", sent.required("administrator"));
    account.put("base-url", sent.required("base-url"));
    for (String key : List.of("names", "credential")) {
      account.put(key, sent.optional(key));
    }
    account.put("acts", FormValues.list(sent.ticked("acts")));
    for (String key : List.of("floor", "idle", "backfill-from")) {
      account.put("polling." + key, sent.optional(key));
    }
    return account;
  }

  private static Optional<Object> id(FormValues sent) {
    String id = sent.line("id");
    return Optional.of(id.isEmpty() ? idFor(sent.line("name")) : id);
  }

  static Map<String, Optional<Object>> person(FormValues sent) {
    Map<String, Optional<Object>> person = keys();
    person.put("id", id(sent));
    person.put("name", sent.required("name"));
    person.put("email", sent.required("email"));
    person.put("phone", sent.optional("phone"));
    person.put("messages", messages(sent));
    person.put("language", sent.optional("language").filter(language -> !language.equals("en")));
    List<Object> roles = new ArrayList<>();
    for (int i = 0; i < sent.rows("role"); i++) {
      Map<String, Object> role = new LinkedHashMap<>();
      if (!sent.at("role", i).isEmpty()) {
        role.put("role", sent.at("role", i));
        if (!sent.at("building", i).isEmpty()) {
          role.put("building", sent.at("building", i));
        }
        roles.add(role);
      }
    }
    person.put("roles", FormValues.list(roles));
    person.put("absent", absence(sent));
    return person;
  }

  /** Returns where messages may come; none without a number or a day. */
  private static Optional<Object> messages(FormValues sent) {
    Map<String, Optional<Object>> messages = keys();
    if (isFilledIn(sent, "messages-text", "messages-call", "messages-agreed")) {
      messages.put("text", sent.optional("messages-text"));
      messages.put("call", sent.optional("messages-call"));
      messages.put("agreed", sent.required("messages-agreed"));
    }
    return FormValues.mapping(messages);
  }

  /** Returns an absence; none without days. */
  private static Optional<Object> absence(FormValues sent) {
    Map<String, Optional<Object>> absent = keys();
    if (isFilledIn(sent, "absent-from", "absent-until", "delegate")) {
      absent.put("from", sent.required("absent-from"));
      absent.put("until", sent.required("absent-until"));
      absent.put("delegate", sent.optional("delegate"));
    }
    return FormValues.mapping(absent);
  }

  private static boolean isFilledIn(FormValues sent, String... fields) {
    return List.of(fields).stream().anyMatch(field -> !sent.line(field).isEmpty());
  }

  /** Returns an id such as {@code maria-de-la-cruz}. */
  static String idFor(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = id.substring(0, Math.min(63, id.length()));
    return cut.replaceAll("^-+|-+$", "");
  }

  static Map<String, Optional<Object>> names(FormValues sent) {
    Map<String, Optional<Object>> names = keys();
    names.put("mascots", FormValues.list(sent.words("mascots")));
    return names;
  }

  static Map<String, Optional<Object>> quietHours(FormValues sent) {
    Map<String, Optional<Object>> quiet = keys();
    quiet.put("quiet-hours.from", sent.required("from"));
    quiet.put("quiet-hours.until", sent.required("until"));
    quiet.put("quiet-hours.whole-days", FormValues.list(sent.ticked("whole-days")));
    quiet.put("danger-lane.by-day", sent.optional("by-day"));
    quiet.put("danger-lane.morning", sent.optional("morning"));
    return quiet;
  }

  static Map<String, Optional<Object>> routing(FormValues sent) {
    Map<String, Optional<Object>> pace = keys();
    for (String key :
        List.of("remind-after", "pass-on-after", "rounds", "roles-told", "undelivered-after")) {
      pace.put(key, sent.optional(key));
    }
    for (String chain : List.of("then", "last")) {
      List<Object> roles = new ArrayList<>();
      for (int i = 0; i < sent.rows(chain); i++) {
        if (!sent.at(chain, i).isEmpty()) {
          roles.add(sent.at(chain, i));
        }
      }
      // The box is checked but no one is chosen: no one is notified, unlike the common setting.
      boolean own = sent.line(chain + "-own").equals("yes") || !roles.isEmpty();
      pace.put(chain, own ? Optional.of(List.copyOf(roles)) : Optional.empty());
    }
    return pace;
  }

  static Map<String, Optional<Object>> reason(FormValues sent) {
    Map<String, Optional<Object>> reason = keys();
    reason.put("text", sent.required("text"));
    reason.put("clauses", FormValues.list(sent.ticked("clauses")));
    return reason;
  }

  static Map<String, Optional<Object>> deciding(FormValues sent) {
    Map<String, Optional<Object>> deciding = keys();
    deciding.put("confirm-within", sent.optional("confirm-within"));
    deciding.put("quality-sample", sent.optional("quality-sample"));
    return deciding;
  }

  static Map<String, Optional<Object>> template(FormValues sent) {
    String id = sent.line("id");
    Map<String, Optional<Object>> template = keys();
    template.put("id", Optional.of(id.isEmpty() ? shortened(idFor(sent.line("title"))) : id));
    template.put("title", sent.required("title"));
    template.put("en", Optional.of(sent.text("en")));
    template.put("es", Optional.<Object>of(sent.text("es")).filter(text -> !"".equals(text)));
    return template;
  }

  private static String shortened(String id) {
    return id.substring(0, Math.min(40, id.length())).replaceAll("-+$", "");
  }

  static Map<String, Optional<Object>> blockNotice(FormValues sent) {
    Map<String, Optional<Object>> notice = keys();
    notice.put("en", Optional.of(sent.text("en")));
    notice.put("es", Optional.<Object>of(sent.text("es")).filter(text -> !"".equals(text)));
    return notice;
  }

  static Map<String, Optional<Object>> notice(FormValues sent) {
    Map<String, Optional<Object>> notice = keys();
    notice.put("what", sent.languages("what"));
    notice.put("todo", sent.languages("todo"));
    return notice;
  }

  static Map<String, Optional<Object>> noticeFrame(FormValues sent) {
    Map<String, Optional<Object>> frame = keys();
    frame.put("subject", sent.languages("subject"));
    frame.put("footer", sent.languages("footer"));
    return frame;
  }
}
