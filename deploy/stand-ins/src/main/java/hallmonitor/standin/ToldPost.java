package hallmonitor.standin;

import java.util.List;
import java.util.Optional;

/** A Page's post. What people do there is delivered as it happens. */
record ToldPost(ShownPost post, MetaWebhook webhook) implements ShownPost {
  @Override
  public String write(Person by, String to, String text, String picture) {
    String id = post.write(by, to, text, picture);
    webhook.tell(FacebookStandIn.PAGE, "add", id, text);
    return id;
  }

  @Override
  public void edit(String id, String text) {
    post.edit(id, text);
    webhook.tell(FacebookStandIn.PAGE, "edited", id, text);
  }

  @Override
  public void delete(String id) {
    post.delete(id);
    webhook.tell(FacebookStandIn.PAGE, "remove", id, "");
  }

  @Override
  public List<SaidComment> all() {
    return post.all();
  }

  @Override
  public Optional<SaidComment> find(String id) {
    return post.find(id);
  }

  @Override
  public String author(Person person) {
    return post.author(person);
  }

  @Override
  public boolean welcomes(Person person) {
    return post.welcomes(person);
  }

  @Override
  public long version() {
    return post.version();
  }

  @Override
  public void onChange(Runnable called) {
    post.onChange(called);
  }
}
