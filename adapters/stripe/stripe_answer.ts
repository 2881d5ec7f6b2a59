/**
 * The answer as it came where it is good, or an error in Stripe's form. Any other error is of something in between: the
 * SDK would take its JSON for what was asked for, so it is told as a bad gateway.
 */
export async function stripeAnswer(response: Response): Promise<Response> {
  if (response.ok) return response;
  const text = await response.text();
  const { headers } = response;
  return isStripeError(text)
    ? new Response(text, { status: response.status, headers })
    : new Response('{"error":{"type":"api_error"}}', { status: 502, headers });
}

function isStripeError(text: string): boolean {
  try {
    const body = JSON.parse(text);
    return typeof body?.error === "object" && body.error !== null &&
      typeof body.error.type === "string";
  } catch {
    // A page of a proxy.
    return false;
  }
}
