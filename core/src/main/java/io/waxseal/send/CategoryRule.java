package io.waxseal.send;

import io.waxseal.message.Category;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import java.util.Optional;

/** A template needs a purpose of its category, so that an advertisement does not travel as a receipt, nor a receipt as one. */
final class CategoryRule implements SendRule {
  private static final Refused NO_MARKETING = Refused.because(
      Reason.PURPOSE_CATEGORY_MISMATCH,
      Guidance.of(
          "The template was not sent because it is no advertisement and was sent as one. Tell the administrators.",
          "The Marketing Messages API takes templates for a purpose of category MARKETING only;"
              + " send this one without TemplateMessage.marketing()."));

  private final Purposes purposes;
  private final TemplateCatalog templates;

  CategoryRule(Purposes purposes, TemplateCatalog templates) {
    this.purposes = purposes;
    this.templates = templates;
  }

  @Override
  public Stage stage() {
    return Stage.CATEGORY;
  }

  @Override
  public Verdict check(SendRequest request) {
    if (!(request.message() instanceof TemplateMessage template)) {
      return Allowed.because(Reason.NO_OBJECTION);
    }
    Optional<Purpose> purpose = request.purpose().flatMap(purposes::find);
    if (purpose.isPresent()) {
      Category category = templates.category(request.account(), template);
      if (!purpose.get().category().equals(Optional.of(category))) {
        return mismatch(purpose.get(), category);
      }
    }
    boolean marketing =
        purpose.flatMap(Purpose::category).filter(Category.MARKETING::equals).isPresent();
    return template.isByMarketingMessages() && !marketing
        ? NO_MARKETING
        : Allowed.because(Reason.NO_OBJECTION);
  }

  private static Refused mismatch(Purpose purpose, Category category) {
    return Refused.because(
        Reason.PURPOSE_CATEGORY_MISMATCH,
        Guidance.of(
            "The template was not sent because it is not of the kind it was sent as. Tell the administrators.",
            "The template counts as " + category + ", the purpose " + purpose.name() + " has "
                + purpose.category().map(Category::name).orElse("no category")
                + "; send it for a purpose of category " + category
                + ", or declare its category with WhatsApp.Builder.templates(…) if Meta gave it another."
                + " A template that was not declared counts as MARKETING; what Meta tells by webhook wins."));
  }
}
