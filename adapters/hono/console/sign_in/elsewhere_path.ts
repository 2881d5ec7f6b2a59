/** Where browsers are sent off from to sign in at an identity provider's page. */
export const ELSEWHERE = "/console/sign-in/elsewhere";
