package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a document that has a form: its place, and its fields. */
enum FormPart {
  DISTRICT(Document.DISTRICT, all(YamlPath.ROOT), FormPartFields::district),
  BUILDINGS(Document.DISTRICT, itemOf("buildings"), FormPartFields::building),
  ACCOUNTS(Document.DISTRICT, itemOf("accounts"), FormPartFields::account),
  PEOPLE(Document.DISTRICT, itemOf("people"), FormPartFields::person),
  NAMES(Document.DISTRICT, all(YamlPath.ROOT), FormPartFields::names),
  QUIET_HOURS(Document.DISTRICT, all(YamlPath.ROOT), FormPartFields::quietHours),
  ROUTING(Document.ESCALATION, FormPart::routing, FormPartFields::routing),
  REASONS(Document.DECISIONS, itemOf("reasons"), FormPartFields::reason),
  DECIDING(Document.DECISIONS, all(YamlPath.ROOT), FormPartFields::deciding),
  TEMPLATES(Document.REPLIES, itemOf("replies", "templates"), FormPartFields::template),
  BLOCK_NOTICE(Document.REPLIES, all(YamlPath.of("blocks", "notice")), FormPartFields::blockNotice),
  NOTICE(Document.NOTICES, FormPart::category, FormPartFields::notice),
  NOTICE_FRAME(Document.NOTICES, all(YamlPath.ROOT), FormPartFields::noticeFrame),
  EVERY_PAGE(Document.ACCOUNTS, all(YamlPath.ROOT), AccountRuleFields::everyPage),
  REGISTER_TIMES(Document.ACCOUNTS, all(YamlPath.ROOT), AccountRuleFields::registerTimes),
  ACCOUNT_WATCH(Document.ACCOUNTS, all(YamlPath.of("watch")), AccountRuleFields::watch),
  ACCOUNT_KIND(Document.ACCOUNTS, FormPart::accountKind, AccountRuleFields::accountKind);

  /** The item name of a unique part. */
  static final String ALL = "all";

  private static final Pattern PACE = Pattern.compile("(?:([a-z-]+)\\.)?(immediate|soon)");

  private final Document document;
  private final BiFunction<String, YamlText, Optional<YamlPath>> path;
  private final Function<FormValues, Map<String, Optional<Object>>> fields;

  FormPart(
      Document document,
      BiFunction<String, YamlText, Optional<YamlPath>> path,
      Function<FormValues, Map<String, Optional<Object>>> fields) {
    this.document = document;
    this.path = path;
    this.fields = fields;
  }

  /** Returns the name in addresses. */
  String code() {
    return EnumCodes.of(this);
  }

  static Optional<FormPart> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
  }

  Document document() {
    return document;
  }

  /**
   * Returns the item's path.
   *
   * @param item a list index, from 0 to one past the last for a new item; or a name
   * @return empty for an impossible item
   */
  Optional<YamlPath> path(String item, YamlText text) {
    return path.apply(item, text);
  }

  /**
   * Returns the new value of each key; a key without a value is removed. A key within a mapping is
   * written with it: {@code quiet-hours.from}.
   */
  Map<String, Optional<Object>> fields(FormValues sent) {
    return fields.apply(sent);
  }

  /** Returns the keys that its form has fields for. */
  Set<String> keys() {
    return fields.apply(new FormValues(new MultivaluedHashMap<>())).keySet();
  }

  /** Returns the places of its fields. */
  List<YamlPath> places(YamlPath path) {
    return keys().stream().map(key -> place(path, key)).toList();
  }

  /** Returns whether a place is in one of the mappings or keys that its form has fields for. */
  boolean concerns(YamlPath path, YamlPath place) {
    return keys().stream().anyMatch(key -> place.isIn(path.then(key.split("\\.")[0])));
  }

  /** Writes values into their places; a mapping that loses its last key goes with it. */
  YamlText written(YamlText text, YamlPath path, Map<String, Optional<Object>> fields) {
    Map<YamlPath, Map<String, Optional<Object>>> byMapping = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          YamlPath place = place(path, key);
          byMapping
              .computeIfAbsent(place.parent(), mapping -> new LinkedHashMap<>())
              .put(place.last().toString(), value);
        });
    YamlText changed = text;
    for (Map.Entry<YamlPath, Map<String, Optional<Object>>> of : byMapping.entrySet()) {
      boolean within = !of.getKey().equals(path);
      boolean there = !changed.written(of.getKey()).keys().isEmpty();
      if (!within || there || of.getValue().values().stream().anyMatch(Optional::isPresent)) {
        changed = changed.merging(of.getKey(), of.getValue());
      }
      if (within && changed.isEmptyMapping(of.getKey())) {
        changed = changed.without(of.getKey());
      }
    }
    return changed;
  }

  private static YamlPath place(YamlPath path, String key) {
    YamlPath place = path;
    for (String step : key.split("\\.")) {
      place = place.then(step);
    }
    return place;
  }

  private static BiFunction<String, YamlText, Optional<YamlPath>> itemOf(Object... steps) {
    YamlPath list = YamlPath.of(steps);
    return (item, text) ->
        Optional.of(item)
            .filter(i -> i.matches("[0-9]{1,4}"))
            .map(Integer::parseInt)
            .filter(i -> i <= text.size(list))
            .map(list::then);
  }

  private static BiFunction<String, YamlText, Optional<YamlPath>> all(YamlPath path) {
    return (item, text) -> Optional.of(path).filter(p -> item.equals(ALL));
  }

  private static Optional<YamlPath> accountKind(String item, YamlText text) {
    return Optional.of(YamlPath.of("kinds", item))
        .filter(p -> AccountRuleFields.kinds().contains(item));
  }

  /** Parses {@code immediate}, {@code soon}, or {@code threat.immediate} for one category. */
  private static Optional<YamlPath> routing(String item, YamlText text) {
    Matcher pace = PACE.matcher(item);
    if (!pace.matches()) {
      return Optional.empty();
    }
    String category = pace.group(1);
    if (category == null) {
      return Optional.of(YamlPath.of(pace.group(2)));
    }
    return Optional.of(YamlPath.of("categories", category, pace.group(2)))
        .filter(p -> EscalationFile.CATEGORIES.contains(category));
  }

  private static Optional<YamlPath> category(String item, YamlText text) {
    return Optional.of(YamlPath.of("categories", item))
        .filter(p -> EscalationFile.CATEGORIES.contains(item) || item.equals(NoticeTexts.OTHER));
  }
}
