package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountAuthorizer;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.district.AccountAct;
import hallmonitor.settings.district.ConnectedPlatform;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.WrittenValues;
import hallmonitor.settings.yaml.YamlMapping;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One part of a draft as a form.
 *
 * @param item as in addresses
 * @param path its place
 * @param mistakes in this part
 * @param previews how it would look to recipients
 * @param policy the current one
 */
public record FormPage(
    DraftPage file,
    FormPart part,
    String item,
    YamlText text,
    YamlPath path,
    List<DraftMistake> mistakes,
    List<TextPreview> previews,
    Policy policy) {
  private static final int ROWS_TO_ADD = 2;

  public String getKind() {
    return part.code();
  }

  public WrittenValues getWritten() {
    return text.written(path);
  }

  /** Returns whether nothing of it is written yet. */
  public boolean isNew() {
    return getWritten().keys().isEmpty();
  }

  /** Returns false for unique parts, for the common settings, and for what every file must have. */
  public boolean isRemovable() {
    boolean ofAll = item.equals(FormPart.ALL) || path.steps().size() < 2;
    return !ofAll && part != FormPart.ACCOUNT_KIND && !isNew();
  }

  /**
   * Returns the mistakes of a field.
   *
   * @param field a key, or keys separated by periods
   */
  public List<DraftMistake> at(String field) {
    YamlPath place = path;
    for (String step : field.split("\\.")) {
      place = place.then(step.matches("[0-9]+") ? Integer.valueOf(step) : step);
    }
    YamlPath wanted = place;
    return mistakes.stream().filter(m -> m.path().isIn(wanted)).toList();
  }

  /** Returns the mistakes of no single field. */
  public List<DraftMistake> getGeneral() {
    List<YamlPath> places = part.places(path);
    return mistakes.stream().filter(m -> places.stream().noneMatch(m.path()::isIn)).toList();
  }

  // --- People ---

  /** Returns the person's roles and some empty rows. */
  public List<WrittenValues> getRoleRows() {
    List<WrittenValues> rows = new ArrayList<>(getWritten().items("roles"));
    for (int i = 0; i < ROWS_TO_ADD; i++) {
      rows.add(WrittenValues.NOTHING);
    }
    return rows;
  }

  public List<DraftMistake> atRole(int row) {
    return at("roles." + row);
  }

  public List<String> getRoles() {
    return Arrays.stream(Role.values()).map(YamlMapping::nameOf).toList();
  }

  /** Includes unknown written values, so that saving alone changes nothing. */
  public Set<String> rolesWith(String written) {
    Set<String> roles = new LinkedHashSet<>(getRoles());
    if (!written.isEmpty()) {
      roles.add(written);
    }
    return roles;
  }

  public List<WrittenValues> getBuildings() {
    return text.written().items("buildings");
  }

  /** Returns everybody in the draft. */
  public List<WrittenValues> getPeople() {
    return text.written().items("people");
  }

  public List<ConnectedPlatform> getPlatforms() {
    return List.of(ConnectedPlatform.values());
  }

  public List<String> getAccountKinds() {
    return Arrays.stream(AccountKind.values()).map(YamlMapping::nameOf).toList();
  }

  /** Returns whether the account is of this kind; without one it is a school's. */
  public boolean isKind(String kind) {
    String written = getWritten().text("kind");
    return kind.equals(written.isEmpty() ? YamlMapping.nameOf(AccountKind.SCHOOL) : written);
  }

  /** Returns the acts, and unknown written ones, so that saving alone changes nothing. */
  public Set<String> getActs() {
    Set<String> acts = new LinkedHashSet<>();
    Arrays.stream(AccountAct.values()).map(AccountAct::word).forEach(acts::add);
    acts.addAll(getWritten().texts("acts"));
    return acts;
  }

  /** Returns whether the account has written options that few need, or mistakes in them. */
  public boolean isOptionsOpen() {
    return Stream.of("acts", "polling.floor", "polling.idle").anyMatch(key -> !at(key).isEmpty())
        || getWritten().has("acts");
  }

  /** Returns who can stand in for this person. */
  public List<WrittenValues> getOthers() {
    String id = getWritten().text("id");
    return text.written().items("people").stream().filter(p -> !p.text("id").equals(id)).toList();
  }

  /** Returns one word or phrase per line. */
  public String linesOf(String key) {
    return String.join("\n", getWritten().texts(key));
  }

  // --- Routing ---

  /** Returns its category; empty for all. */
  public String getCategory() {
    return path.steps().size() > 1 ? path.steps().get(1).toString() : "";
  }

  public String getUrgency() {
    return path.steps().get(path.steps().size() - 1).toString();
  }

  /** Returns who is notified in turn, and some empty rows. */
  public List<String> chain(String key) {
    List<String> rows = new ArrayList<>(getWritten().texts(key));
    for (int i = 0; i < ROWS_TO_ADD; i++) {
      rows.add("");
    }
    return rows;
  }

  /** Returns the common values, which apply if a field is left empty. */
  public WrittenValues getForAll() {
    return getCategory().isEmpty()
        ? WrittenValues.NOTHING
        : text.written(YamlPath.of(getUrgency()));
  }

  // --- What is asked of accounts ---

  public List<DraftMistake> atLookWithin(String kind) {
    return at("look-within." + kind);
  }

  public List<DraftMistake> atDemand(String demand) {
    return at("demands." + demand);
  }

  public List<String> getDemands() {
    return AccountRuleFields.demands();
  }

  /** Returns who may permit an account, and an unknown written one. */
  public Set<String> getAuthorizers() {
    Set<String> authorizers = new LinkedHashSet<>();
    Arrays.stream(AccountAuthorizer.values()).map(EnumCodes::of).forEach(authorizers::add);
    String written = getWritten().text("authorized-by");
    if (!written.isEmpty()) {
      authorizers.add(written);
    }
    return authorizers;
  }

  /** Returns all roles, and unknown written ones, so that saving alone changes nothing. */
  public Set<String> getCredentialRoles() {
    Set<String> roles = new LinkedHashSet<>(getRoles());
    roles.addAll(getWritten().texts("credentials"));
    return roles;
  }

  // --- Reasons ---

  /** Includes written clauses that the policy lacks, so that saving loses nothing. */
  public Set<String> getClauses() {
    Set<String> clauses = new LinkedHashSet<>(policy.clauses().stream().map(Clause::id).toList());
    clauses.addAll(getWritten().texts("clauses"));
    return clauses;
  }

  public String titleOf(String clause) {
    return policy.clauses().stream()
        .filter(c -> c.id().equals(clause))
        .map(Clause::title)
        .findFirst()
        .orElse("");
  }
}
