package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.Tenant;
import io.waxseal.account.WabaId;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Category;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of templates: what Meta told by webhook, else what the host declared. Learned categories are kept in the
 * database, so every node and every restart knows them. Thread-safe.
 */
public final class TemplateCatalog {
  private static final String STORE = "template";

  private final Database database;
  private final Templates declared;

  private TemplateCatalog(Database database, Templates declared) {
    this.database = database;
    this.declared = Objects.requireNonNull(declared, "templates");
    database.require(STORE, Ddl.of(database, TemplateCatalog.class, STORE));
  }

  /**
   * A catalogue over a database.
   *
   * @param database where it keeps what it learns
   * @param declared what the host says
   * @return the catalogue
   */
  public static TemplateCatalog on(Database database, Templates declared) {
    return new TemplateCatalog(database, declared);
  }

  /**
   * The category a template has now.
   *
   * @param account the account that sends it
   * @param template the template
   * @return what Meta told last, else what the host declared, else MARKETING
   * @throws io.waxseal.account.StoreException if the database cannot be read
   */
  public Category category(Account account, TemplateMessage template) {
    return learned(account, template)
        .or(() -> declared.category(template.name(), template.language()))
        .orElse(Category.MARKETING);
  }

  private Optional<Category> learned(Account account, TemplateMessage template) {
    return database.inTransaction(tx -> Sql.first(
        tx,
        row -> Category.valueOf(row.getString("category")),
        "SELECT category FROM wx_template WHERE tenant = ? AND waba = ? AND name = ? AND language = ?",
        account.tenant().id(),
        account.waba().value(),
        template.name(),
        template.language()));
  }

  /**
   * Learns that Meta has changed a template's category. What happened later counts, in whatever order it is told.
   *
   * @param transaction where
   * @param tenant whose
   * @param waba the WhatsApp Business account of the template
   * @param name the template's name
   * @param language its language
   * @param category the category it has now
   * @param at when it changed
   */
  public void learn(
      Transaction transaction,
      Tenant tenant,
      WabaId waba,
      String name,
      String language,
      Category category,
      Instant at) {
    database.inTransaction(
        transaction,
        tx -> Sql.update(
            tx,
            "INSERT INTO wx_template (tenant, waba, name, language, category, changed_at) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (tenant, waba, name, language) DO UPDATE SET category = excluded.category,"
                + " changed_at = excluded.changed_at WHERE wx_template.changed_at <= excluded.changed_at",
            tenant.id(),
            waba.value(),
            name,
            language,
            category.name(),
            at));
  }

  /**
   * The word a template offers its readers for stopping.
   *
   * @param name the template's name
   * @return the word, if the host declared one
   */
  public Optional<String> advertised(String name) {
    return declared.advertised(name);
  }

  /** {@return every word that a declared template offers for stopping} */
  public Set<String> advertised() {
    return declared.advertised();
  }

  @Override
  public String toString() {
    return "TemplateCatalog[" + declared + "]";
  }
}
