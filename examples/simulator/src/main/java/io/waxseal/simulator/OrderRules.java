package io.waxseal.simulator;

/** What Meta requires of the actions of orders and their payment. */
final class OrderRules {
  private static final int LONGEST_REFERENCE = 35;

  private OrderRules() {}

  static void checkDetails(Fields action) throws Refused {
    InteractiveRules.checkName(action, "review_and_pay");
    Fields parameters = action.requiredObject("parameters");
    parameters.requiredText("reference_id", LONGEST_REFERENCE);
    parameters.requiredText("type");
    parameters.requiredText("currency");
    checkAmount(parameters.requiredObject("total_amount"));
    Fields order = parameters.requiredObject("order");
    for (Fields item : order.objects("items")) {
      item.requiredText("name");
      checkAmount(item.requiredObject("amount"));
      item.requiredNumber("quantity", 1, Integer.MAX_VALUE);
    }
    checkAmount(order.requiredObject("subtotal"));
  }

  static void checkStatus(Fields action) throws Refused {
    InteractiveRules.checkName(action, "review_order");
    Fields parameters = action.requiredObject("parameters");
    parameters.requiredText("reference_id", LONGEST_REFERENCE);
    parameters.requiredObject("order").requiredText("status");
  }

  private static void checkAmount(Fields amount) throws Refused {
    amount.requiredNumber("value", 0, Long.MAX_VALUE);
    amount.requiredNumber("offset", 100, 100);
  }
}
