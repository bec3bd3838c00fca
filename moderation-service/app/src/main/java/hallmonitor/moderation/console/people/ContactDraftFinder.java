package hallmonitor.moderation.console.people;

import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

/**
 * Finds the form that changes who is notified. It belongs to a draft of the district's file, which
 * a second person publishes.
 */
@ApplicationScoped
class ContactDraftFinder {
  private static final YamlPath PEOPLE = YamlPath.of("people");

  private final Drafts drafts;

  ContactDraftFinder(Drafts drafts) {
    this.drafts = drafts;
  }

  /**
   * Returns the form's address. Continues a draft that the person started, or starts one.
   *
   * @param id of the person in the district's file; empty to add someone
   * @param name for the draft's title
   */
  String form(String id, String name, String by) {
    String title = name.isEmpty() ? "Contacts" : "Contacts: " + name;
    long draft = drafts.goOn(Document.DISTRICT, title, by);
    String body = drafts.find(draft).orElseThrow().body();
    YamlText text = YamlText.of(body).orElseThrow(NotFoundException::new);
    return "/policy/forms/" + draft + "/people/" + index(text, id);
  }

  /** The index after the last one adds someone. */
  private static int index(YamlText text, String id) {
    int size = text.size(PEOPLE);
    for (int i = 0; i < size; i++) {
      if (!id.isEmpty() && text.written(PEOPLE.then(i)).text("id").equals(id)) {
        return i;
      }
    }
    return size;
  }
}
