package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes accounts into a draft of the district's file, and takes them out. Like every other change
 * of it, the draft applies once a second person approves it.
 */
@ApplicationScoped
public class AccountDrafting {
  private static final YamlPath ACCOUNTS = YamlPath.of("accounts");

  private final Drafts drafts;

  AccountDrafting(Drafts drafts) {
    this.drafts = drafts;
  }

  /** Returns a short name made of a name, such as {@code maple-high-blog}. */
  public static String idFor(String name) {
    return FormPartFields.idFor(name);
  }

  /**
   * Adds an account to the person's open draft, or changes the one with its id there.
   *
   * @param values by the names of the account form's fields
   * @return the draft's id
   * @throws hallmonitor.moderation.drafting.DraftRejected if another person changed the draft now
   */
  public long add(Map<String, String> values, String by) {
    Draft draft = open(by);
    YamlText text = YamlText.of(draft.body()).orElseThrow();
    String id = String.valueOf(values.get("id"));
    YamlPath at = ACCOUNTS.then(place(text, id).orElse(text.size(ACCOUNTS)));
    String written =
        FormPart.ACCOUNTS
            .written(
                text,
                at,
                FormPart.ACCOUNTS.fields(new FormValues(new MultivaluedHashMap<>(values))))
            .text();
    drafts.save(draft.id(), draft.revision(), written, "accounts " + id, by);
    return draft.id();
  }

  /**
   * Takes an account out, in the person's open draft.
   *
   * @return the draft's id
   * @throws hallmonitor.moderation.drafting.DraftRejected if another person changed the draft now
   */
  public long remove(String account, String by) {
    Draft draft = open(by);
    YamlText text = YamlText.of(draft.body()).orElseThrow();
    place(text, account)
        .ifPresent(
            index ->
                drafts.save(
                    draft.id(),
                    draft.revision(),
                    text.without(ACCOUNTS.then(index)).text(),
                    "accounts " + account + " removed",
                    by));
    return draft.id();
  }

  private Draft open(String by) {
    return drafts.find(drafts.goOn(Document.DISTRICT, "Schools and accounts", by)).orElseThrow();
  }

  private static Optional<Integer> place(YamlText text, String account) {
    return IntStream.range(0, text.size(ACCOUNTS))
        .filter(i -> text.written(ACCOUNTS.then(i)).text("id").equals(account))
        .boxed()
        .findFirst();
  }
}
