// What tells you that the bot cannot: it is gone, not ready, in trouble, or not reached from outside. Each leads to env/RUNBOOK.md.
// Silence is told by HEARTBEAT_URL, which leads to a service outside of this subscription: what is down here cannot say so.
param location string
param name string
param email string

@description('Where Teams sends messages: asked from outside, without a token, as Teams would.')
param endpoint string
param logsId string

@description('Of the container app.')
param appId string
param databaseId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    groupShortName: 'outage-desk'
    enabled: true
    emailReceivers: [
      {
        name: 'whoever runs the bot'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-outside'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logsId
  }
}

// 401 is right: the bot is there, behind a certificate that holds for two weeks, and lets only Teams in.
resource outside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-outside'
  location: location
  kind: 'standard'
  tags: {
    'hidden-link:${insights.id}': 'Resource'
  }
  properties: {
    SyntheticMonitorId: '${name}-outside'
    Name: '${name}-outside'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'us-va-ash-azr' }
      { Id: 'apac-sg-sin-azr' }
    ]
    Request: {
      RequestUrl: endpoint
      HttpVerb: 'POST'
      RequestBody: base64('{}')
      Headers: [
        { key: 'content-type', value: 'application/json' }
      ]
      FollowRedirects: false
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 401
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReached 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-reached'
  location: 'global'
  properties: {
    description: 'Two of three places cannot reach the bot, so Teams cannot either. RUNBOOK.md#where-to-look-first'
    severity: 0
    enabled: true
    scopes: [outside.id, insights.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: outside.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

var ofApp = [
  {
    name: 'no-bot'
    metric: 'Replicas'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: 1
    severity: 0
    what: 'No bot runs, so nobody can report and nobody is pinged. RUNBOOK.md#where-to-look-first'
  }
  {
    name: 'restarts'
    metric: 'RestartCount'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 2
    severity: 1
    what: 'A bot ends again and again. Its last lines say why. RUNBOOK.md#log-lines'
  }
]

resource appAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for one in ofApp: {
    name: '${name}-${one.name}'
    location: 'global'
    properties: {
      description: one.what
      severity: one.severity
      enabled: true
      scopes: [appId]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: one.name
            metricName: one.metric
            timeAggregation: one.aggregation
            operator: one.operator
            threshold: one.threshold
          }
        ]
      }
      actions: [
        { actionGroupId: people.id }
      ]
    }
  }
]

var ofDatabase = [
  {
    name: 'database-down'
    metric: 'is_db_alive'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: 1
    severity: 0
    what: 'The database does not answer. RUNBOOK.md#alarms'
  }
  {
    name: 'database-full'
    metric: 'storage_percent'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 80
    severity: 1
    what: 'The disk of the database is nearly full. RUNBOOK.md#alarms'
  }
  {
    name: 'database-slow'
    metric: 'cpu_credits_remaining'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 20
    severity: 1
    what: 'The database has used up what a burstable server may, and gets slow: take a larger one. RUNBOOK.md#alarms'
  }
]

resource databaseAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for one in ofDatabase: {
    name: '${name}-${one.name}'
    location: 'global'
    properties: {
      description: one.what
      severity: one.severity
      enabled: true
      scopes: [databaseId]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: one.name
            metricName: one.metric
            timeAggregation: one.aggregation
            operator: one.operator
            threshold: one.threshold
          }
        ]
      }
      actions: [
        { actionGroupId: people.id }
      ]
    }
  }
]

var inLogs = [
  {
    name: 'not-ready'
    severity: 0
    // /readyz answered 503: this bot can take no report, or stands still.
    query: 'ContainerAppSystemLogs_CL | where ContainerAppName_s == "${name}" and Reason_s == "ProbeFailed" and Log_s has "Readiness"'
    most: 2
    what: 'A bot is not ready: /readyz says why. RUNBOOK.md#alarms'
  }
  {
    name: 'trouble'
    severity: 1
    query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${name}" and ContainerName_s == "bot" | extend line = parse_json(Log_s) | where tostring(line.msg) in ("trouble begins", "the store does not answer; trying again every second", "uncaught error; the process ends and a supervisor starts it again")'
    most: 0
    what: 'The bot does not do what it promises; the desk\'s channel reads what. RUNBOOK.md#alarms'
  }
  {
    name: 'heartbeat'
    severity: 2
    query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${name}" and ContainerName_s == "bot" | extend line = parse_json(Log_s) | where tostring(line.msg) == "the heartbeat failed; trying again after each good check"'
    most: 0
    what: 'The service behind HEARTBEAT_URL does not answer, so it will alarm as if the bot were down. RUNBOOK.md#log-lines'
  }
]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for one in inLogs: {
    name: '${name}-${one.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      description: one.what
      severity: one.severity
      enabled: true
      scopes: [logsId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      // A table comes into being with its first line.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: one.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: one.most
          }
        ]
      }
      autoMitigate: true
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]
