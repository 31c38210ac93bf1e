// Where a browser installs the app, below the public address: as Slack's own documentation calls the two.
export const INSTALL_PATH = '/slack/install'
export const REDIRECT_PATH = '/slack/oauth_redirect'
