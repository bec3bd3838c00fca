package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a document that has a form: its place, and its fields. */
enum FormPart {
  PEOPLE(Document.DISTRICT, itemOf("people"), FormPartFields::person),
  NAMES(Document.DISTRICT, all(YamlPath.ROOT), FormPartFields::names),
  QUIET_HOURS(Document.DISTRICT, all(YamlPath.of("quiet-hours")), FormPartFields::quietHours),
  ROUTING(Document.ESCALATION, FormPart::routing, FormPartFields::routing),
  REASONS(Document.DECISIONS, itemOf("reasons"), FormPartFields::reason),
  DECIDING(Document.DECISIONS, all(YamlPath.ROOT), FormPartFields::deciding),
  TEMPLATES(Document.REPLIES, itemOf("replies", "templates"), FormPartFields::template),
  BLOCK_NOTICE(Document.REPLIES, all(YamlPath.of("blocks", "notice")), FormPartFields::blockNotice),
  NOTICE(Document.NOTICES, FormPart::category, FormPartFields::notice),
  NOTICE_FRAME(Document.NOTICES, all(YamlPath.ROOT), FormPartFields::noticeFrame);

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

  /** Returns the new value of each key; a key without a value is removed. */
  Map<String, Optional<Object>> fields(FormValues sent) {
    return fields.apply(sent);
  }

  /** Returns the keys that its form has fields for. */
  Set<String> keys() {
    return fields.apply(new FormValues(new MultivaluedHashMap<>())).keySet();
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
